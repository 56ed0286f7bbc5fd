import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerConfiguration } from './config.ts';
import { comparableText, isEmptied, keysForRestart, whatIsTakenAway } from './configuration-changes.ts';
import { loadConfiguration } from './load-configuration.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-changes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, environment: Record<string, string> = {}): ServerConfiguration {
  writeFileSync(join(folder, 'application.ini'), text);
  const { configuration, diagnostics } = loadConfiguration({ folder, trial: true, overrides: [], environment });
  if (!configuration) throw new Error(JSON.stringify(diagnostics));
  return configuration;
}

const CHANNEL = '[channel-jungle]\nphone-number-id = 1\napp-secret = env:SECRET\n';
const AGENT = '[agent-kaa]\npassword = p\n';
const ROLE = '[role-all]\nmembers = agent:kaa\nSupervisor.canSeeQueues = allowed\n';

describe('two configurations', () => {
  const text = (ini: string, secret = 'a') => comparableText(read(ini, { SECRET: secret }));

  it('are the same when the files say the same, whatever the comments', () => {
    expect(text(CHANNEL + AGENT + ROLE)).toBe(text(`; later\n${CHANNEL}${AGENT}\n${ROLE}`));
  });

  it('are others by a secret, a password, a privilege', () => {
    const all = [
      text(CHANNEL + AGENT + ROLE),
      text(CHANNEL + AGENT + ROLE, 'b'),
      text(CHANNEL + AGENT.replace('= p', '= q') + ROLE),
      text(CHANNEL + AGENT + ROLE.replace('canSeeQueues', 'canSeeAgents')),
      text(CHANNEL + AGENT),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what only a restart brings', () => {
  it('is named by the keys', () => {
    const started = read('[server]\nport = 1\n');
    expect(keysForRestart(started, read('[server]\nport = 1\nname = other\nheartbeat-seconds = 5\n'))).toEqual([]);
    expect(keysForRestart(started, read('[server]\nport = 2\nlog-level = debug\n'))).toEqual(['port', 'log-level']);
  });

  it('includes a certificate that was renewed in its file', () => {
    const started = { ...read('[server]\n'), tls: { certificate: 'old', key: 'k' } };
    const renewed = { ...started, tls: { certificate: 'new', key: 'k' } };
    expect(keysForRestart(started, renewed)).toEqual(['tls-certificate', 'tls-key']);
    expect(keysForRestart(started, { ...started, tls: { certificate: 'old', key: 'k' } })).toEqual([]);
  });
});

describe('what is taken away', () => {
  const whole = () => read(CHANNEL + AGENT + ROLE, { SECRET: 'a' });

  it('is agents, channels and access control', () => {
    expect(whatIsTakenAway(whole(), read(AGENT + ROLE))).toEqual(['channel jungle']);
    expect(whatIsTakenAway(whole(), read(CHANNEL + AGENT, { SECRET: 'a' }))).toEqual(['access control']);
    expect(whatIsTakenAway(whole(), read(`${CHANNEL}[role-all]\n`, { SECRET: 'a' }))).toEqual(['agent kaa']);
  });

  it('is nothing where something is added, or a role withdrawn', () => {
    expect(whatIsTakenAway(read(AGENT), whole())).toEqual([]);
    expect(whatIsTakenAway(whole(), read(`${CHANNEL}${AGENT}[role-other]\n`, { SECRET: 'a' }))).toEqual([]);
  });

  it('may be everything, which nobody means', () => {
    expect(isEmptied(whole(), read('[server]\nname = a\n'))).toBe(true);
    expect(isEmptied(whole(), read(AGENT))).toBe(false);
    expect(isEmptied(read(''), read(''))).toBe(false);
  });
});
