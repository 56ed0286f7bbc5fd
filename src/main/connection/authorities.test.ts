import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SAMPLE_AUTHORITY } from '../../../tests/support/sample-authority.ts';
import { SAMPLE_CERTIFICATE, SAMPLE_KEY } from '../../../tests/support/sample-certificate.ts';
import { readAuthorities } from './authorities.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-ca-'));
  file = join(folder, 'ca.pem');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads all certificates of a file, whatever stands between them', () => {
  writeFileSync(file, `Our authorities\n${SAMPLE_AUTHORITY}\nand one more\n${SAMPLE_CERTIFICATE}`);
  expect(readAuthorities(file)).toEqual({ ok: true, value: [SAMPLE_AUTHORITY.trim(), SAMPLE_CERTIFICATE.trim()] });
});

it.each([
  ['is missing', undefined, 'ENOENT'],
  ['holds no certificate', SAMPLE_KEY, 'it holds no certificate'],
  ['is empty', '', 'it holds no certificate'],
  ['is damaged', SAMPLE_AUTHORITY.replace('MII', 'MIX'), 'a certificate in it is damaged'],
])('names a file that %s', (_case, content, why) => {
  if (content !== undefined) writeFileSync(file, content);
  const read = readAuthorities(file);
  expect(read).toMatchObject({ ok: false, error: { code: 'ca-file', retryable: false } });
  expect(!read.ok && read.error.message).toContain(`${file} cannot be used (${why})`);
});
