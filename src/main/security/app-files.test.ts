import { describe, expect, it } from 'vitest';
import { fileFor, typeOf } from './app-files.ts';

describe('addresses of pages', () => {
  it('mean the files of the built pages', () => {
    expect(fileFor('/app/renderer', 'app://replydesk/index.html')).toBe('/app/renderer/index.html');
    expect(fileFor('/app/renderer', 'app://replydesk/assets/a%20b.js')).toBe('/app/renderer/assets/a b.js');
    expect(typeOf('/app/renderer/assets/a.js')).toContain('javascript');
  });

  it.each([
    ['another host', 'app://replydesk.evil/index.html'],
    ['the folder above', 'app://replydesk/..%2f..%2fetc/passwd.html'],
    ['a neighbour with the same beginning', 'app://replydesk/..%2frenderer-evil/index.html'],
    ['a type pages do not have', 'app://replydesk/secrets.sqlite'],
    ['broken escapes', 'app://replydesk/%E0%A4%A.html'],
    ['the folder itself', 'app://replydesk/'],
  ])('never mean %s', (_case, address) => {
    expect(fileFor('/app/renderer', address)).toBeUndefined();
  });
});
