import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directorySchema } from '#shared/protocol/directory.ts';
import { grantedTo } from '../rules/privileges.ts';
import { loadConfiguration } from './load-configuration.ts';
import type { Override } from './overrides.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Given {
  readonly trial?: boolean;
  readonly overrides?: readonly Override[];
  readonly environment?: Record<string, string>;
}

function load(text: string, { trial = false, overrides = [], environment = {} }: Given = {}) {
  writeFileSync(join(folder, 'application.ini'), text);
  return loadConfiguration({ folder, trial, overrides, environment });
}

function configurationOf(text: string, given: Given = {}) {
  const { configuration, diagnostics } = load(text, given);
  if (!configuration) throw new Error(JSON.stringify(diagnostics));
  return configuration;
}

const CHANNEL = `[channel-jungle]
phone-number-id = 1
app-secret = env:APP_SECRET
verify-token = file:verify.txt
access-token = literal-token
`;

describe('secrets', () => {
  it('are resolved, and in nothing that can be printed', () => {
    writeFileSync(join(folder, 'verify.txt'), 'from-a-file\n');
    const configuration = configurationOf(CHANNEL, { environment: { APP_SECRET: 'from-the-environment' } });
    const [channel] = configuration.webhookChannels;
    expect(channel?.appSecret?.reveal()).toBe('from-the-environment');
    expect(channel?.verifyToken?.reveal()).toBe('from-a-file');
    expect(channel?.accessToken?.reveal()).toBe('literal-token');
    const printed = inspect(configuration, { depth: 20 }) + JSON.stringify(configuration);
    for (const secret of ['from-the-environment', 'from-a-file', 'literal-token'])
      expect(printed).not.toContain(secret);
  });

  it('that cannot be had keep the server from starting, at the line that asks for them', () => {
    const { configuration, diagnostics } = load(CHANNEL);
    expect(configuration).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { file: 'application.ini', line: 3, code: 'secret-missing', severity: 'fatal' },
      { file: 'application.ini', line: 4, code: 'secret-missing', severity: 'fatal' },
    ]);
    expect(diagnostics[0]?.message).toContain('APP_SECRET is not set');
  });
});

describe('agents', () => {
  const AGENTS = '[agent-kaa]\nfirst-name = Kaa\npassword = env:PASSWORD\ngroups = a\n[agent-baloo]\n';

  it('log in with plain passwords in trial mode only', () => {
    const environment = { PASSWORD: 'of-the-trial' };
    const trial = configurationOf(AGENTS, { trial: true, environment });
    expect(trial.profiles.get('kaa')?.credential).toEqual({ kind: 'plain', password: 'of-the-trial' });
    expect(trial.trialAgents).toEqual([{ name: 'kaa', displayName: 'Kaa', groups: ['a'], password: 'of-the-trial' }]);
    const serious = configurationOf(AGENTS, { environment });
    expect(serious.profiles.get('kaa')?.credential).toBeUndefined();
    expect(serious.trialAgents).toEqual([]);
  });
});

describe('privileges', () => {
  const AGENTS = '[agent-kaa]\ngroups = front, back\n[agent-baloo]\n';

  it('are off without any role section', () => {
    expect(configurationOf(AGENTS).engine.grants).toBeNull();
  });

  it('are those of all roles of the agent and of their groups', () => {
    const roles =
      '[role-a]\nmembers = agent:kaa\nB.x = allowed\nA.x = allowed\n[role-b]\nmembers = group:front\nA.x = allowed\nC.x = allowed\n';
    const { grants } = configurationOf(AGENTS + roles).engine;
    expect(grantedTo(grants, 'kaa')).toEqual(['A.x', 'B.x', 'C.x']);
    expect(grantedTo(grants, 'baloo')).toEqual([]);
    expect(grantedTo(grants, 'nobody')).toEqual([]);
  });
});

describe('the directory', () => {
  it('has the default queue when a channel leads there', () => {
    const text = '[channel-jungle]\nphone-number-id = 1\napp-secret = s\n[queue-vip]\ndisplay-name = VIP\n';
    const { directory } = configurationOf(text);
    expect(directory.queues.map((queue) => queue.name)).toEqual(['vip', 'default']);
    directorySchema.parse(directory);
  });

  it('has the values of the business attribute that the option names', () => {
    const attributes = '[business-attribute-Ending]\nok = Fine\n[business-attribute-NotReadyReason]\nlunch = Lunch\n';
    const option = '[interaction-workspace]\ninteraction.disposition.value-business-attribute = Ending\n';
    const { directory, engine } = configurationOf(attributes + option);
    expect(directory.dispositions).toEqual([{ value: 'ok', displayName: 'Fine' }]);
    expect(directory.notReadyReasons).toEqual([{ value: 'lunch', displayName: 'Lunch' }]);
    expect(engine).toMatchObject({ dispositions: ['ok'], dispositionKey: 'DispositionCode' });
  });
});

describe('desktop options the server holds to', () => {
  it('are read, and a wrong one is reported at its place while the default counts', () => {
    const good =
      '[interaction-workspace]\nwhatsappsession.max-text-message-size = 100\ninteraction.disposition.is-mandatory = true\ninteraction.disposition.key-name = Ending\n';
    const read = { maxTextBytes: 100, dispositionMandatory: true, dispositionKey: 'Ending' };
    expect(configurationOf(good).engine).toMatchObject(read);
    const { configuration, diagnostics } = load(
      '[interaction-workspace]\nwhatsappsession.max-text-message-size = big\n',
    );
    expect(diagnostics).toMatchObject([{ line: 2, code: 'bad-value', severity: 'error' }]);
    expect(configuration?.engine.maxTextBytes).toBe(4096);
  });
});

describe('--set', () => {
  it('stands in for a value of the files, and adds sections', () => {
    const overrides = [
      { section: 'server', key: 'port', value: '0' },
      { section: 'queue-new', key: 'display-name', value: 'New' },
    ];
    const configuration = configurationOf('[server]\nport = 9000\nname = kept\n', { overrides });
    expect(configuration.server).toMatchObject({ port: 0, name: 'kept' });
    expect(configuration.engine.queues.map((queue) => queue.displayName)).toEqual(['New']);
  });

  it('is checked like the files', () => {
    const { configuration, diagnostics } = load('', { overrides: [{ section: 'server', key: 'port', value: 'x' }] });
    expect(configuration).toBeUndefined();
    expect(diagnostics).toMatchObject([{ file: '--set', line: 1, code: 'bad-value', severity: 'fatal' }]);
  });
});

describe('TLS', () => {
  it('must be files that belong together', () => {
    writeFileSync(join(folder, 'cert.pem'), 'not a certificate');
    const text = '[server]\ntls-certificate = cert.pem\ntls-key = gone.pem\n';
    expect(load(text).diagnostics).toMatchObject([{ line: 3, code: 'bad-tls', severity: 'fatal' }]);
    writeFileSync(join(folder, 'gone.pem'), 'SECRET KEY TEXT');
    const { configuration, diagnostics } = load(text);
    expect(configuration).toBeUndefined();
    expect(diagnostics).toMatchObject([{ line: 2, code: 'bad-tls' }]);
    expect(JSON.stringify(diagnostics)).not.toContain('SECRET KEY TEXT');
  });
});
