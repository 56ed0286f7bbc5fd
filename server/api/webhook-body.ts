import { ok, type Result, refuse } from '#shared/result.ts';

/** Deeper than any webhook; what is nested without end breaks whoever writes it out again. */
const DEPTH = 200;

/** The JSON in a webhook's body; refused when it is none. What the JSON says is not judged here. */
export function parseWebhookBody(body: Uint8Array): Result<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (isDeeperThan(text, DEPTH)) return refuse('bad-request', 'The body of this webhook is nested too deep.');
    return ok(JSON.parse(text));
  } catch {
    return refuse('bad-request', 'The body of this webhook is not JSON.');
  }
}

/** Whether brackets outside of texts nest deeper than `limit`. */
export function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > limit) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}
