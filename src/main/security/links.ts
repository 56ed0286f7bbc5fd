import { ok, type Result, refuse } from '#shared/result.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The one judgement on links that leave the program (SEC-1). A customer's text is hostile: `file:`, `javascript:`,
 * `smb:` and handlers of other programs are refused, and so is a name before the host (`https://bank@evil`), which
 * shows one place and goes to another.
 */
export function checkLink(text: string): Result<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !ALLOWED.has(url.protocol)) {
    return refuse(
      'link-refused',
      'This link is not opened: only web addresses, e-mail addresses and phone numbers are.',
    );
  }
  if (url.username || url.password) {
    return refuse('link-refused', `This link is not opened: it hides a name before its real host "${url.host}".`);
  }
  return ok(url.href);
}
