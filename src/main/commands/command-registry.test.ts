import { describe, expect, it } from 'vitest';
import { type CommandName, commands } from '#shared/commands/catalogue.ts';
import { ok, refuse } from '#shared/result.ts';
import { silentLog } from '../desk/log.ts';
import { type CommandActions, CommandRegistry } from './command-registry.ts';

function build(stepTime?: number) {
  const ran: { command: string; params: unknown }[] = [];
  const warnings: string[] = [];
  const actions = Object.fromEntries(
    Object.keys(commands).map((command) => [
      command,
      {
        step: command === 'interaction.send' ? 'enqueue' : 'perform',
        run: async (params: unknown) => {
          ran.push({ command, params });
          return ok({});
        },
      },
    ]),
  ) as unknown as CommandActions;
  const interaction = (id: string) => ({ id, mediaType: 'whatsappsession' }) as never;
  const registry = new CommandRegistry({
    actions,
    interaction,
    contactOf: () => undefined,
    template: () => undefined,
    now: () => 1000,
    log: { ...silentLog, warn: (details, message) => warnings.push(`${message} ${JSON.stringify(details)}`) },
    ...(stepTime === undefined ? {} : { stepTime }),
  });
  return { registry, ran, warnings };
}

const send = { interactionId: 'i1', content: { kind: 'text', text: 'hello' } };

describe('command chains', () => {
  it('run the steps in order and the action last', async () => {
    const { registry, ran } = build();
    const seen: string[] = [];
    const step = (id: string) => ({
      id,
      run: (params: unknown) => {
        seen.push(id);
        return ok(params);
      },
    });
    registry.insertStep('interaction.send', { before: 'enqueue' }, step('check-length'));
    registry.insertStep('interaction.send', { after: 'check-length' }, step('check-window'));
    expect(registry.stepsOf('interaction.send')).toEqual(['check-length', 'check-window', 'enqueue']);
    expect(await registry.run('interaction.send', send)).toEqual(ok({}));
    expect(seen).toEqual(['check-length', 'check-window']);
    expect(ran).toHaveLength(1);
  });

  it('stop at a refusal, before the action', async () => {
    const { registry, ran } = build();
    registry.insertStep(
      'interaction.send',
      { before: 'enqueue' },
      { id: 'no', run: () => refuse('text-too-long', 'Too long.') },
    );
    expect(await registry.run('interaction.send', send)).toEqual(refuse('text-too-long', 'Too long.'));
    expect(ran).toEqual([]);
  });

  it('take changed parameters, but only ones that fit the command', async () => {
    const { registry, ran } = build();
    const change = (params: unknown) => ({ id: 'change', run: () => ok(params) });
    const first = registry.insertStep(
      'interaction.send',
      { before: 'enqueue' },
      change({ ...send, content: { kind: 'text', text: 'changed' } }),
    );
    await registry.run('interaction.send', send);
    expect(ran[0]?.params).toMatchObject({ content: { text: 'changed' } });
    first.dispose();
    registry.insertStep('interaction.send', { before: 'enqueue' }, change({ nonsense: true }));
    const refused = await registry.run('interaction.send', send);
    expect(!refused.ok && refused.error.code).toBe('command-params-wrong');
    expect(ran).toHaveLength(1);
  });

  it('skip and report a step that hangs or throws', async () => {
    const { registry, ran, warnings } = build(20);
    registry.insertStep('interaction.send', { before: 'enqueue' }, { id: 'hangs', run: () => new Promise(() => {}) });
    registry.insertStep(
      'interaction.send',
      { before: 'enqueue' },
      {
        id: 'throws',
        run: () => {
          throw new Error('broken');
        },
      },
    );
    expect((await registry.run('interaction.send', send)).ok).toBe(true);
    expect(ran).toHaveLength(1);
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).toContain('broken');
  });

  it('leave out steps of other media types', async () => {
    const { registry } = build();
    registry.insertStep(
      'interaction.send',
      { before: 'enqueue' },
      { id: 'mail-only', mediaTypes: ['email'], run: () => refuse('x', 'x') },
    );
    expect((await registry.run('interaction.send', send)).ok).toBe(true);
  });

  it('refuse what is not there', async () => {
    const { registry } = build();
    const unknown = await registry.run('interaction.fly', {});
    expect(!unknown.ok && unknown.error.code).toBe('command-unknown');
    const step = { id: 's', run: (params: unknown) => ok(params) };
    expect(() => registry.insertStep('interaction.fly', { before: 'x' }, step)).toThrow('interaction.fly');
    expect(() => registry.insertStep('interaction.send', { before: 'x' }, step)).toThrow('enqueue');
    registry.insertStep('interaction.send', { before: 'enqueue' }, step);
    expect(() => registry.insertStep('interaction.send', { before: 'enqueue' }, step)).toThrow('already');
  });

  it.each(Object.keys(commands) as CommandName[])('%s refuses wrong parameters', async (command) => {
    const { registry, ran } = build();
    const refused = await registry.run(command, 42);
    expect(!refused.ok && refused.error.code).toBe('command-params-wrong');
    expect(ran).toEqual([]);
  });
});
