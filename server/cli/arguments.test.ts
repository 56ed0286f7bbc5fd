import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const read = (...args: string[]) => readArguments(args);

describe('readArguments', () => {
  it('runs a server when no command is named', () => {
    expect(read('--config', 'c', '--data', 'd', '--trial', '--set', 'server.name=x', '--port', '0')).toEqual({
      ok: true,
      value: {
        name: 'run',
        config: 'c',
        data: 'd',
        trial: true,
        overrides: [
          { section: 'server', key: 'name', value: 'x' },
          { section: 'server', key: 'port', value: '0' },
        ],
      },
    });
    expect(read()).toMatchObject({ ok: true, value: { name: 'run', trial: false, overrides: [] } });
  });

  it('keeps = and dots of a value, and names with dashes', () => {
    expect(read('--set', 'channel-jungle.graph-url=http://127.0.0.1:1/?a=b')).toMatchObject({
      value: { overrides: [{ section: 'channel-jungle', key: 'graph-url', value: 'http://127.0.0.1:1/?a=b' }] },
    });
    expect(read('--set', 'interaction-workspace.toast.timeout=5')).toMatchObject({
      value: { overrides: [{ section: 'interaction-workspace', key: 'toast.timeout', value: '5' }] },
    });
  });

  it('makes administrator tokens, and no others', () => {
    expect(read('token', '--role', 'admin')).toMatchObject({ ok: true, value: { name: 'token', days: 30 } });
    expect(read('token', '--role', 'admin', '--days', '1')).toMatchObject({ value: { days: 1 } });
    expect(read('token')).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
    expect(read('token', '--role', 'agent').ok).toBe(false);
  });

  it('shows help', () => {
    expect(read('--help')).toMatchObject({ value: { name: 'help' } });
    expect(read('help')).toMatchObject({ value: { name: 'help' } });
  });

  it.each([
    [['--nonsense']],
    [['start']],
    [['token', 'extra', '--role', 'admin']],
    [['--set', 'server.port']],
    [['--set', 'port=1']],
    [['token', '--role', 'admin', '--days', '0']],
    [['token', '--role', 'admin', '--days', 'many']],
  ])('refuses %j', (args) => {
    expect(read(...args)).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  });

  it('never repeats a value, which may be a secret', () => {
    const refused = read('--set', 'secret=hunter2');
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });
});
