/**
 * Makes JSON text the way Meta sends it: ASCII only, with `\uXXXX` in lowercase for the rest and for `@`, and `\/`.
 * Works on text, not values, so that numbers beyond 2^53 and odd spellings in a payload stay as they were given.
 */
export function escapeJson(json: string): string {
  return json.replace(/\\.|[/@\u0080-\uffff]/g, (found) => {
    if (found.length > 1) return found;
    return found === '/' ? '\\/' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
