import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptionText } from './reader.ts';
import { describeSecret } from './secrets.ts';
import { readServerConfig } from './server-sections.ts';

function run(text: string, trial = false) {
  const reading = readOptionText('application.ini', text);
  expect(reading.diagnostics).toEqual([]);
  const { config, diagnostics } = readServerConfig(reading, { trial });
  return {
    config,
    findings: diagnostics.map((d) => `${d.severity} ${d.line}:${d.column} ${d.code}`),
    messages: diagnostics.map((d) => d.message),
  };
}

const channel = (rest = '') => `[channel-jungle]\nphone-number-id = 1, 2\napp-secret = env:SECRET\n${rest}`;

describe('readServerConfig', () => {
  it('gives the defaults for what is not said', () => {
    const { config, findings } = run(`${channel()}\n[queue-support]`);
    expect(findings).toEqual([]);
    expect(config.server).toMatchObject({ host: '127.0.0.1', port: 8480, publicUrl: null, behindProxy: false });
    expect(config.lifecycle).toEqual({
      offerSeconds: 30,
      maxMissed: 3,
      stickySeconds: 60,
      rejectPauseSeconds: 30,
      deskLostSeconds: 60,
      deskGraceSeconds: 120,
      freeMessageSeconds: 86_400,
      freeEntryPointSeconds: 259_200,
      endWhenWindowCloses: false,
      noAnswerSeconds: 86_400,
      noAnswerArchiveSeconds: 86_400,
      notReadyReasonMandatory: false,
    });
    expect(config.channels).toEqual([
      {
        name: 'jungle',
        displayName: 'jungle',
        mediaType: 'whatsappsession',
        displayNumber: '',
        phoneNumberIds: ['1', '2'],
        businessAccountIds: ['*'],
        appSecret: { kind: 'env', name: 'SECRET' },
        verifyToken: null,
        accessToken: null,
        graphUrl: 'https://graph.facebook.com',
        apiVersion: 'v25.0',
        queue: null,
        bindingDays: 0,
        allowList: [],
        optInRequired: false,
        templateRefreshSeconds: 3600,
        stopWords: ['STOP', 'STOPP', 'STOP ALL', 'UNSUBSCRIBE', 'OPT OUT', 'ABMELDEN', 'ABBESTELLEN'],
        startWords: ['START', 'UNSTOP', 'SUBSCRIBE', 'OPT IN', 'ANMELDEN'],
      },
    ]);
    expect(config.queues).toMatchObject([{ name: 'support', displayName: 'support', priority: 5, overflow: null }]);
    expect([config.roles, config.simulator, config.agents]).toEqual([null, null, []]);
  });

  it('refuses to listen where others can read along', () => {
    expect(run('[server]\nhost = 0.0.0.0').findings).toEqual(['fatal 2:1 needs-tls']);
    expect(run('[server]\nhost = 0.0.0.0\nbehind-proxy = true').findings).toEqual([]);
    expect(run('[server]\nhost = 0.0.0.0\ntls-certificate = a.pem\ntls-key = a.key').findings).toEqual([]);
    expect(run('[server]\ntls-key = a.key').findings).toEqual(['fatal 2:1 incomplete-tls']);
    expect(run('[server]\nhost = ::1').findings).toEqual([]);
  });

  it('does not start with a wrong or misspelt restriction, but with another wrong value', () => {
    expect(run(channel('opt-in-required = yes')).findings).toEqual(['fatal 4:19 bad-value']);
    expect(run(channel('alow-list = agent:kaa')).findings).toEqual(['fatal 4:1 unknown-option']);
    expect(run(channel('allow-list = kaa')).findings).toEqual(['fatal 4:1 bad-value']);
    const { config, findings, messages } = run('[lifecycle]\nsticky-seconds = soon\nstiky-seconds = 5');
    expect(findings).toEqual(['warning 3:1 unknown-option', 'error 2:18 bad-value']);
    expect(config.lifecycle.stickySeconds).toBe(60);
    expect(messages[0]).toContain('Did you mean sticky-seconds?');
    expect(messages[1]).toContain('Until then 60 counts.');
  });

  it('leaves out a channel that cannot be used, with the reason', () => {
    const refused = (text: string) => {
      const { config, findings } = run(text);
      expect(config.channels).toEqual([]);
      return findings;
    };
    expect(refused('[channel-a]\nphone-number-id = 1')).toEqual(['error 1:1 missing-key']);
    expect(refused('[channel-a]\nphone-number-id =\napp-secret = x')).toEqual(['error 2:1 missing-key']);
    expect(refused('[channel-a]\nphone-number-id = 1\napp-secret = env:')).toEqual(['error 3:14 bad-value']);
    expect(refused('[channel-a/b]\nphone-number-id = 1\napp-secret = x')).toEqual(['error 1:1 bad-name']);
    expect(refused(channel('graph-url = http://graph.example'))).toEqual(['error 4:1 insecure-url']);
    expect(refused(channel('graph-url = http://127.0.0.1.example'))).toEqual(['error 4:1 insecure-url']);
  });

  it('lets a number belong to one channel only', () => {
    const { config, findings } = run(`${channel()}\n[channel-other]\nphone-number-id = 2\napp-secret = x`);
    expect(config.channels.map((c) => c.name)).toEqual(['jungle']);
    expect(findings).toEqual(['error 6:1 repeated-number']);
    const any = '[channel-a]\nphone-number-id = *\napp-secret = x\n[channel-b]\nphone-number-id = *\napp-secret = x';
    expect(run(any).findings).toEqual([]);
    expect(run('[channel-a]\nphone-number-id = 1, 1\napp-secret = x').config.channels).toHaveLength(1);
  });

  it('takes references to nothing out, and says what was meant', () => {
    const { config, findings, messages } = run(
      [
        channel('queue = suport'),
        '[queue-support]\nchannels = jungel\nagents = kaa\noverflow-queue = support',
        '[queue-late]\noverflow-queue = gone\n[agent-baloo]\ncapacity-rule = standart\n[capacity-rule-standard]',
        '[agent-kaa]',
      ].join('\n'),
    );
    expect(config.channels[0]?.queue).toBeNull();
    expect(config.queues.map((q) => q.overflow)).toEqual([null, null]);
    expect(config.queues[0]?.agents).toEqual(['kaa']);
    expect(config.agents.map((a) => a.capacityRule)).toEqual([null, null]);
    expect(findings).toEqual([
      'error 4:1 unknown-queue',
      'warning 6:1 unknown-channel',
      'error 8:1 unknown-queue',
      'error 10:1 unknown-queue',
      'error 12:1 unknown-capacity-rule',
      'warning 14:1 no-capacity-rule',
    ]);
    expect(messages[0]).toContain('Did you mean support?');
  });

  it('keeps names in a queue that are not declared, so that it does not open to everybody', () => {
    const { config, findings } = run('[queue-a]\nagents = gone');
    expect(config.queues[0]?.agents).toEqual(['gone']);
    expect(findings).toEqual(['warning 2:1 unknown-agent']);
  });

  it('takes plain passwords in trial mode only, and only argon2id hashes', () => {
    const text = '[agent-kaa]\npassword = trial\ncapacity-rule = r\n[capacity-rule-r]\nvoice = 1';
    const trial = run(text, true);
    expect(trial.findings).toEqual(['warning 2:1 plain-password']);
    expect(trial.config.agents[0]?.credential?.kind).toBe('plain');
    expect(JSON.stringify(trial.config)).not.toContain('"trial"');
    const real = run(text);
    expect(real.findings).toEqual(['error 2:1 plain-password']);
    expect(real.config.agents[0]?.credential).toBeNull();
    const hash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzYWx0$YWJjZGVmZ2hpamtsbW5vcHFyc3R1dg';
    const hashed = run(`[agent-kaa]\npassword-hash = ${hash}\ncapacity-rule = r\n[capacity-rule-r]`);
    expect(hashed.config.agents[0]?.credential).toEqual({ kind: 'hash', encoded: hash });
    expect(hashed.findings).toEqual([]);
    expect(run('[agent-kaa]\npassword-hash = $2b$12$x\ncapacity-rule = r\n[capacity-rule-r]').findings).toEqual([
      'error 2:1 bad-value',
    ]);
  });

  it('names agents by what they are called, and refuses names that are paths', () => {
    const { config } = run('[agent-kaa@example.org]\nfirst-name = Kaa\nlast-name = Sample');
    expect(config.agents[0]).toMatchObject({ name: 'kaa@example.org', displayName: 'Kaa Sample' });
    for (const name of ['../kaa', 'a\\b', '.', 'a:b', 'a.']) {
      expect(run(`[agent-${name}]`).findings).toEqual(['error 1:1 bad-name']);
    }
  });

  it('reads capacity rules, where a wrong number allows none', () => {
    const { config, findings } = run('[capacity-rule-a]\nwhatsappsession = 5\nvoice = many\nsms = -1');
    expect(config.capacityRules).toEqual([{ name: 'a', media: { whatsappsession: 5 } }]);
    expect(findings).toEqual(['error 3:9 bad-value', 'error 4:7 bad-value']);
  });

  it('turns access control on with the first role section, even an empty one', () => {
    expect(run('').config.roles).toBeNull();
    expect(run('[role-agent]').config.roles).toEqual([{ name: 'agent', members: [], privileges: [] }]);
    expect(run('[rol-agent]').findings).toEqual(['fatal 1:1 unknown-section']);
    const text =
      '[role-a]\nmembers = agent:kaa, group:apes, baloo\nX.canUse = allowed\nX.canSend = yes\n[agent-kaa]\ncapacity-rule = r\n[capacity-rule-r]';
    const { config, findings } = run(text);
    expect(config.roles).toEqual([
      {
        name: 'a',
        members: [
          { kind: 'agent', name: 'kaa' },
          { kind: 'group', name: 'apes' },
        ],
        privileges: ['X.canUse'],
      },
    ]);
    expect(findings).toEqual([
      'error 2:1 bad-value',
      'error 4:13 bad-value',
      'warning 2:1 unknown-group',
      'warning 3:1 unknown-privilege',
    ]);
  });

  it('warns of privileges nobody knows, with the nearest known name', () => {
    const { findings, messages } = run(
      `${channel()}\n[role-a]\nInteractionWorkspace.WhatsApp.canUes = allowed\nChannel.jungle.canReplay = allowed\nChannel.jungel.canReply = allowed\nChannel.jungle.canReply = allowed\nZebra = allowed`,
    );
    expect(findings.map((finding) => finding.split(' ').at(-1))).toEqual(Array(4).fill('unknown-privilege'));
    expect(messages.join('\n')).toContain('Did you mean InteractionWorkspace.WhatsApp.canUse?');
    expect(messages.filter((message) => message.includes('Did you mean Channel.jungle.canReply?'))).toHaveLength(2);
    expect(messages.at(-1)).toBe(
      'Zebra of [role-a] is no privilege, so this line grants nothing. Correct it, or remove the line.',
    );
  });

  it('reads business attributes in their order, with their flags', () => {
    const text =
      '[business-attribute-A]\nb = Second/Leaf\na =\nb.is-searchable = true\nb.is-editable = false\nb.is-sortable = x';
    const { config, findings } = run(text);
    const plain = { searchable: false, sortable: false, editable: true };
    expect(config.businessAttributes).toEqual([
      {
        name: 'A',
        values: [
          { value: 'b', displayName: 'Second/Leaf', ...plain, searchable: true, editable: false },
          { value: 'a', displayName: 'a', ...plain },
        ],
      },
    ]);
    expect(findings).toEqual(['error 6:17 bad-value']);
  });

  it('reads the simulator', () => {
    const { config, findings } = run('[simulator]\nphone-numbers = 1:2, x\nread-delay-ms =\nport = 81');
    expect(config.simulator).toMatchObject({ port: 81, readDelayMs: null, phoneNumbers: [{ id: '1', number: '2' }] });
    expect(findings).toEqual(['error 2:1 bad-value']);
  });

  it('warns of sections nobody knows, and lets those of the desktop be', () => {
    const { findings, messages } = run('[interaction-workspace]\nx = 1\n[que-support]\n[servr]\n[whatever]\n[agent-]');
    expect(findings.map((f) => f.split(' ').slice(0, 2).join(' '))).toEqual([
      'warning 3:1',
      'warning 4:1',
      'warning 5:1',
      'warning 6:1',
    ]);
    expect(messages[0]).toContain('[queue-support]');
    expect(messages[1]).toContain('[server]');
    expect(messages[2]).not.toContain('Did you mean');
    expect(messages[3]).toContain('[agent-NAME]');
  });

  it('never shows a secret, and never throws', () => {
    const section = fc.constantFrom(
      'server',
      'channel-a',
      'queue-a',
      'agent-a',
      'role-a',
      'lifecycle',
      'simulator',
      'capacity-rule-a',
      'business-attribute-a',
      'x',
    );
    const key = fc.constantFrom(
      'app-secret',
      'password',
      'phone-number-id',
      'queue',
      'members',
      'port',
      'host',
      'overflow-queue',
      'allow-list',
      'name.is-sortable',
      'constructor',
      '__proto__',
    );
    const value = fc.constantFrom('hunter2', 'env:hunter2 x', 'file:', '1', 'a', '*', 'true', 'agent:a', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(section, key, value), { maxLength: 20 }), (lines) => {
        const secretKeys = ['app-secret', 'password'];
        const text = lines
          .filter(([, k, v]) => secretKeys.includes(k) || !v.includes('hunter2'))
          .filter(([s]) => s !== 'simulator')
          .map(([s, k, v]) => `[${s}]\n${k} = ${v}`)
          .join('\n');
        const reading = readOptionText('application.ini', text);
        const known = reading.entries.filter((e) => e.section === 'channel-a' || e.section === 'agent-a');
        const result = readServerConfig({ entries: known, sections: reading.sections }, { trial: true });
        expect(JSON.stringify(result)).not.toContain('hunter2');
        for (const c of result.config.channels) expect(describeSecret(c.appSecret)).not.toContain('hunter2');
        readServerConfig(reading);
      }),
      { numRuns: 500 },
    );
  });
});
