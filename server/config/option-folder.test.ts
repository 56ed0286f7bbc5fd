import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionFolder } from '#node/option-folder.ts';
import whatsapp from '#plugins/whatsapp/plugin.json' with { type: 'json' };
import { EffectiveOptions } from '#shared/options/effective-options.ts';
import { OPTION_LIMITS } from '#shared/options/entry.ts';
import { hostOptions } from '#shared/options/host-options.ts';
import { layerOptions } from '#shared/options/layers.ts';
import { type OptionMetadata, optionMetadataSchema } from '#shared/options/metadata.ts';
import { resolveSecret } from '#shared/options/secrets.ts';
import { isServerSection } from '#shared/options/server-names.ts';
import { loadServerConfig } from './option-folder.ts';
import { optionSecrets } from './option-secrets.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-options-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const codes = (loaded: ReturnType<typeof loadServerConfig>) =>
  loaded.diagnostics.map((d) => `${d.severity} ${d.file}:${d.line} ${d.code}`);

describe('optionFolder', () => {
  it('reads files of the folder and of its sub-folders', () => {
    mkdirSync(join(folder, 'agents'));
    writeFileSync(join(folder, 'agents', 'kaa.ini'), '[s]');
    const read = optionFolder(folder).read('agents/kaa.ini');
    expect(read.ok && Buffer.from(read.value).toString()).toBe('[s]');
  });

  it('refuses what is missing, no file, or too large', () => {
    writeFileSync(join(folder, 'large.ini'), '');
    truncateSync(join(folder, 'large.ini'), OPTION_LIMITS.fileBytes + 1);
    mkdirSync(join(folder, 'folder.ini'));
    const code = (name: string) => {
      const read = optionFolder(folder).read(name);
      return read.ok ? 'ok' : read.error.code;
    };
    expect([code('gone.ini'), code('large.ini/x.ini'), code('large.ini'), code('folder.ini')]).toEqual([
      'not-found',
      'not-found',
      'too-large',
      'unreadable',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a file without the right to read it', () => {
    writeFileSync(join(folder, 'a.ini'), '');
    chmodSync(join(folder, 'a.ini'), 0);
    expect(optionFolder(folder).read('a.ini')).toMatchObject({ error: { code: 'unreadable' } });
  });
});

describe('loadServerConfig', () => {
  it('reads application.ini with what it includes', () => {
    writeFileSync(join(folder, 'application.ini'), '[include]\ninclude = numbers.ini\n[queue-support]');
    writeFileSync(
      join(folder, 'numbers.ini'),
      '[channel-jungle]\nphone-number-id = *\napp-secret = file:secret.txt\nqueue = support',
    );
    const loaded = loadServerConfig(folder);
    expect(codes(loaded)).toEqual([]);
    expect(loaded.mayStart).toBe(true);
    expect(loaded.config.channels.map((c) => c.queue)).toEqual(['support']);
  });

  it('does not start with a line that cannot be read, or without the file', () => {
    writeFileSync(join(folder, 'application.ini'), '[role-agents\nmembers = agent:kaa');
    const broken = loadServerConfig(folder);
    expect(codes(broken)).toEqual(['fatal application.ini:1 unclosed-section']);
    expect(broken.mayStart).toBe(false);
    expect(codes(loadServerConfig(join(folder, 'gone')))).toEqual(['fatal application.ini:1 missing-file']);
  });
});

describe('optionSecrets', () => {
  it('resolves variables and files beside the option files, and refuses what is not there', () => {
    writeFileSync(join(folder, 'secret.txt'), 'hunter2\n');
    const source = optionSecrets(folder, { TOKEN: 'abc', EMPTY: '' });
    expect(resolveSecret({ kind: 'file', path: 'secret.txt' }, source)).toEqual({ ok: true, value: 'hunter2' });
    expect(resolveSecret({ kind: 'env', name: 'TOKEN' }, source)).toEqual({ ok: true, value: 'abc' });
    for (const reference of [
      { kind: 'env', name: 'EMPTY' },
      { kind: 'env', name: 'GONE' },
      { kind: 'file', path: 'gone' },
    ] as const) {
      expect(resolveSecret(reference, source)).toMatchObject({ ok: false, error: { code: 'missing-secret' } });
    }
  });
});

describe('the sample for trial mode', () => {
  const config = join(import.meta.dirname, '..', '..', 'config');
  const loaded = loadServerConfig(config, { trial: true });

  it('is without a finding but the passwords that are for trial only', () => {
    expect(loaded.diagnostics.map((d) => d.code)).toEqual(['plain-password', 'plain-password', 'plain-password']);
    expect(loaded.mayStart).toBe(true);
    expect(loaded.config.agents.map((a) => [a.name, a.credential?.kind])).toEqual([
      ['mowgli', 'plain'],
      ['kaa', 'plain'],
      ['hathi', 'plain'],
    ]);
  });

  it('sends to its own simulator with the secrets of that', () => {
    const [channel] = loaded.config.channels;
    const { simulator } = loaded.config;
    const secret = (name: 'appSecret' | 'accessToken' | 'verifyToken') => {
      const reference = channel?.[name];
      const resolved = reference && resolveSecret(reference, optionSecrets(config, {}));
      return resolved?.ok ? resolved.value : undefined;
    };
    expect(channel?.graphUrl).toBe(`http://127.0.0.1:${simulator?.port}`);
    expect(secret('appSecret')).toBe(simulator?.appSecret);
    expect(secret('accessToken')).toBe(simulator?.accessToken);
    expect(secret('verifyToken')).toBe(simulator?.verifyToken);
    expect(channel?.phoneNumberIds).toEqual(simulator?.phoneNumbers.map((n) => n.id));
    expect(channel?.businessAccountIds).toEqual([simulator?.businessAccountId]);
    expect(channel?.displayNumber.replace(/\D/g, '')).toBe(simulator?.phoneNumbers[0]?.number);
  });

  it('says about each option what it does', () => {
    const lines = readFileSync(join(config, 'application.ini'), 'utf8').split('\n');
    const silent = loaded.entries.filter((entry) => !lines[entry.line - 2]?.startsWith('; '));
    expect(silent).toEqual([]);
  });

  it('has only desktop options that the host or a bundled plug-in declares', () => {
    const layer = { kind: 'application', name: '', entries: loaded.entries } as const;
    const plugin = optionMetadataSchema.array().parse(whatsapp.options) as readonly OptionMetadata[];
    const declared = [...hostOptions, ...plugin];
    const { diagnostics } = layerOptions(EffectiveOptions.defaults(declared), [layer], isServerSection);
    expect(diagnostics).toEqual([]);
  });
});
