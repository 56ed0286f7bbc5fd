import { describe, expect, it } from 'vitest';
import { checkLink } from './links.ts';

describe('links that leave the program', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:a@example.org', 'tel:+16145550123'])(
    'lets %s out',
    (link) => expect(checkLink(link).ok).toBe(true),
  );

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'data:text/html,x',
    'https://bank.example@evil.example/',
    ' not a link',
    '',
  ])('refuses %j', (link) => {
    const checked = checkLink(link);
    expect(!checked.ok && checked.error.code).toBe('link-refused');
  });
});
