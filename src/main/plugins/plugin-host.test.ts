import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { disposable } from '#shared/disposable.ts';
import type { BackgroundContext, BackgroundPlugin } from '#shared/plugin-api/background.ts';
import { ok } from '#shared/result.ts';
import { API_PERMISSIONS } from './background-context.ts';
import { MediaTypeRegistry } from './media-type-registry.ts';
import { PluginHost } from './plugin-host.ts';

const manifest = {
  id: 'com.example.pigeon',
  version: '1.0.0',
  displayName: 'Pigeon post',
  publisher: 'Example',
  engines: { replydesk: '>=0.1.0' },
  main: 'background.ts',
  requiredPrivilege: 'Pigeon.canUse',
  permissions: ['media-types', 'commands.steps', 'options.read', 'log', 'clock'],
  options: [],
  privileges: [],
  contributes: {},
};

describe('the plug-in host', () => {
  let directory: string;
  const mediaTypes = new MediaTypeRegistry();
  const steps = new Set<string>();

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'replydesk-plugins-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function write(folder: string, content: unknown): Promise<void> {
    await mkdir(join(directory, folder));
    await writeFile(
      join(directory, folder, 'plugin.json'),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }

  function host(activate: (context: BackgroundContext) => void) {
    const plugin: BackgroundPlugin = { activate };
    return new PluginHost({
      directory,
      modules: { pigeon: async () => ({ plugin }) },
      hostVersion: '0.1.0',
      services: {
        mediaTypes,
        commands: {
          insertStep: (_command, _place, step) => {
            steps.add(step.id);
            return disposable(() => steps.delete(step.id));
          },
        },
        option: () => '',
        clock: new ManualClock(),
        log: () => ({ debug() {}, info() {}, warn() {}, error() {} }),
      },
      onChange: () => {},
    });
  }

  const registerBoth = (context: BackgroundContext) => {
    context.mediaTypes.register('pigeonpost');
    context.commands.insertStep('interaction.send', { before: 'enqueue' }, { id: 'feed', run: (params) => ok(params) });
  };

  it('runs what may run, and nothing of it is left after stop', async () => {
    await write('pigeon', manifest);
    const it = host(registerBoth);
    await it.discover();
    await it.follow(['Pigeon.canUse'], ['*']);
    expect(it.views()[0]).toMatchObject({ state: 'running', reasons: [] });
    expect([mediaTypes.list(), [...steps]]).toEqual([['pigeonpost'], ['feed']]);
    it.stop();
    expect(it.views()[0]).toMatchObject({ state: 'stopped' });
    expect([mediaTypes.list(), [...steps]]).toEqual([[], []]);
    await it.follow(null, ['*']);
    expect(it.views()[0]?.state).toBe('running');
    it.stop();
  });

  it.each([
    ['without its privilege', ['Other.canUse'], ['*'], 'Pigeon.canUse'],
    ['when the administrator does not list it', null, ['com.example.other'], 'plugins.allowed'],
  ])('does not run it %s', async (_case, privileges, allowed, reason) => {
    await write('pigeon', manifest);
    const it = host(registerBoth);
    await it.discover();
    await it.follow(privileges, allowed);
    expect(it.views()[0]?.state).toBe('stopped');
    expect(it.views()[0]?.reasons.join()).toContain(reason);
    expect(mediaTypes.list()).toEqual([]);
  });

  it('stops it when its privilege is withdrawn, and starts it when it is given again', async () => {
    await write('pigeon', manifest);
    const it = host(registerBoth);
    await it.discover();
    await it.follow(['Pigeon.canUse'], ['*']);
    await it.follow([], ['*']);
    expect(it.views()[0]).toMatchObject({ state: 'stopped', reasons: [expect.stringContaining('Pigeon.canUse')] });
    expect([mediaTypes.list(), [...steps]]).toEqual([[], []]);
    await it.follow(['Pigeon.canUse'], ['*']);
    expect(it.views()[0]).toMatchObject({ state: 'running', reasons: [] });
    it.stop();
  });

  it('asks for all privileges its manifest names, and says which are missing', async () => {
    await write('pigeon', { ...manifest, alsoRequiredPrivileges: ['Loft.canEnter', 'Loft.canLeave'] });
    const it = host(registerBoth);
    await it.discover();
    await it.follow(['Pigeon.canUse', 'Loft.canEnter'], ['*']);
    expect(it.views()[0]?.reasons[0]).toMatch(/privilege Loft\.canLeave is not granted/);
    await it.follow(['Pigeon.canUse', 'Loft.canEnter', 'Loft.canLeave'], ['*']);
    expect(it.views()[0]?.state).toBe('running');
    it.stop();
  });

  it('says that a folder is missing, and goes on', async () => {
    const it = host(registerBoth);
    await it.discover();
    await it.follow(null, ['*']);
    expect(it.views()).toMatchObject([{ id: 'pigeon', state: 'failed' }]);
    expect(it.views()[0]?.reasons[0]).toContain('missing');
  });

  it('lists every reason of a wrong manifest, unknown keys too', async () => {
    await write('pigeon', { ...manifest, id: '../evil', colour: 'red' });
    const it = host(registerBoth);
    await it.discover();
    const reasons = it.views()[0]?.reasons.join('\n') ?? '';
    expect(reasons).toContain('id');
    expect(reasons).toContain('colour');
  });

  it.each([
    ['another engine', { ...manifest, engines: { replydesk: '>=9' } }, '>=9'],
    ['no JSON', '{', 'not JSON'],
  ])('does not load one with %s', async (_case, content, reason) => {
    await write('pigeon', content);
    const it = host(registerBoth);
    await it.discover();
    await it.follow(null, ['*']);
    expect(it.views()[0]?.state).toBe('failed');
    expect(it.views()[0]?.reasons.join()).toContain(reason);
  });

  it('takes back what a plug-in registered before it failed', async () => {
    await write('pigeon', manifest);
    const it = host((context) => {
      registerBoth(context);
      throw new Error('no corn');
    });
    await it.discover();
    await it.follow(null, ['*']);
    expect(it.views()[0]).toMatchObject({ state: 'failed', reasons: ['It did not start: no corn'] });
    expect([mediaTypes.list(), [...steps]]).toEqual([[], []]);
  });

  it.each(Object.keys(API_PERMISSIONS))('denies %s to a plug-in that does not ask for it', async (method) => {
    await write('pigeon', { ...manifest, permissions: [] });
    const uses: Record<string, (context: BackgroundContext) => unknown> = {
      'options.get': (context) => context.options.get('x'),
      'commands.insertStep': (context) =>
        context.commands.insertStep('interaction.send', { before: 'enqueue' }, { id: 'x', run: (p) => ok(p) }),
      'mediaTypes.register': (context) => context.mediaTypes.register('x'),
      log: (context) => context.log,
      clock: (context) => context.clock,
    };
    const it = host((context) => uses[method]?.(context));
    await it.discover();
    await it.follow(null, ['*']);
    expect(it.views()[0]?.reasons.join()).toContain('permission');
  });
});
