import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { settingsSchema } from '../settings.ts';
import { readSimulatorConfig } from './read-config.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-config-'));
  folders.push(folder);
  writeFileSync(join(folder, 'application.ini'), text);
  const { settings, warnings } = readSimulatorConfig(folder);
  return { settings: settingsSchema.parse(settings), warnings };
}

const channel = `
[server]
port = 8480
[channel-jungle]
phone-number-id = 111
business-account-id = 222
display-phone-number = +1 555 010 0199
app-secret = the-secret
access-token = the-token
verify-token = the-word
queue = support
[queue-support]
channels = jungle
`;

describe('the section [simulator]', () => {
  it('is read', () => {
    const { settings, warnings } = read(
      '[simulator]\nport = 8481\naccess-token = t\napp-secret = s\nphone-numbers = 1:15550100199\n' +
        'sent-delay-ms = 1\nread-delay-ms =\nduplicate = true\nscenario = trial\ncallback-url = http://127.0.0.1:1/x\n',
    );
    expect(warnings).toEqual([]);
    expect(settings).toMatchObject({
      port: 8481,
      accessToken: 't',
      appSecret: 's',
      scenario: 'trial',
      callbackUrl: 'http://127.0.0.1:1/x',
      phoneNumbers: [{ id: '1', displayPhoneNumber: '15550100199', callbackUrl: 'http://127.0.0.1:1/x' }],
      timings: { sentDelayMs: 1, readDelayMs: null },
      behaviour: { duplicate: true },
    });
  });

  it('goes before the channel, and the channel before the defaults', () => {
    const { settings } = read(`${channel}[simulator]\naccess-token = own-token\n`);
    expect(settings).toMatchObject({
      accessToken: 'own-token',
      appSecret: 'the-secret',
      verifyToken: 'the-word',
      businessAccountId: '222',
      phoneNumbers: [
        {
          id: '111',
          displayPhoneNumber: '15550100199',
          callbackUrl: 'http://127.0.0.1:8480/webhooks/whatsapp/jungle',
        },
      ],
    });
  });

  it('can be missing', () => {
    expect(read(channel).settings.accessToken).toBe('the-token');
    expect(read('').settings).toEqual(settingsSchema.parse({}));
  });

  it('sends to the channel that takes any number', () => {
    const { settings } = read(`${channel.replace('= 111', '= *')}[simulator]\nphone-numbers = 5:15550100199\n`);
    expect(settings.phoneNumbers[0]?.callbackUrl).toBe('http://127.0.0.1:8480/webhooks/whatsapp/jungle');
  });

  it('knows no address of a server on any port', () => {
    expect(read(channel.replace('8480', '0')).settings.callbackUrl).toBeUndefined();
  });

  it('says what it does not understand', () => {
    expect(read('[simulator]\nprot = 1\n').warnings.join()).toContain('prot');
    expect(readSimulatorConfig('/nowhere').warnings.join()).toContain('application.ini');
  });

  it('fits the sample file', () => {
    const { settings, warnings } = readSimulatorConfig(fileURLToPath(new URL('../../config', import.meta.url)));
    expect(warnings).toEqual([]);
    expect(settingsSchema.parse(settings).appSecret).toBe('sample-app-secret-for-trial-only');
  });
});
