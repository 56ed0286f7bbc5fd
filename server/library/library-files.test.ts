import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryFiles } from './library-files.ts';

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'replydesk-library-'));
  folder = join(root, 'config');
  mkdirSync(join(folder, 'responses', 'files', 'inner.pdf'), { recursive: true });
  writeFileSync(join(folder, 'responses', 'files', 'terms.pdf'), '%PDF-1.4');
  writeFileSync(join(folder, 'responses', 'files', 'page.html'), '<p>');
  writeFileSync(join(folder, 'shared.pdf'), '%PDF');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(folder, 'responses', 'files', 'link.txt'));
  symlinkSync(join(folder, 'shared.pdf'), join(folder, 'responses', 'files', 'shared.pdf'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('files of the library', () => {
  it('are found with type, size and version', async () => {
    const found = await libraryFiles(folder)('terms.pdf');
    expect(found).toMatchObject({ mimeType: 'application/pdf', size: 8 });
    expect(found?.modifiedAt).toBeGreaterThan(0);
    expect(await libraryFiles(folder)('shared.pdf')).toMatchObject({ size: 4 });
  });

  it.each([
    ['one that is not there', 'nothing.pdf'],
    ['a folder', 'inner.pdf'],
    ['one of a type that cannot be sent', 'page.html'],
    ['a way up', '../../../secret.txt'],
    ['a way down', 'inner.pdf/terms.pdf'],
    ['a way of Windows', '..\\..\\secret.txt'],
    ['a link that leads out', 'link.txt'],
    ['no name', ''],
  ])('are not %s', async (_what, name) => {
    expect(await libraryFiles(folder)(name)).toBeUndefined();
  });

  it('are none without the folder', async () => {
    expect(await libraryFiles(join(root, 'gone'))('terms.pdf')).toBeUndefined();
  });
});
