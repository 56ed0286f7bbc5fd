import cloudApi from '../profiles/cloud-api.json' with { type: 'json' };

/** What one provider's interface accepts; the only place where its numbers stand (WA-1). */
export interface ChannelProfile {
  readonly text: { readonly minCharacters: number; readonly maxCharacters: number };
  readonly kinds: readonly string[];
}

/** Limits of the WhatsApp Cloud API. */
export const cloudApiProfile: ChannelProfile = cloudApi;

/** Something that keeps a message from being sent, or that the agent should know before they send it (WA-2). */
export interface SendFinding {
  /** Stable, kebab-case. */
  readonly code: 'text-empty' | 'text-too-long' | 'window-closed' | 'window-none' | 'kind-unsupported';
  /** The part of the message it concerns. */
  readonly field: 'kind' | 'text' | 'window';
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string;
  /** `blocking`: it must not be sent. */
  readonly severity: 'blocking' | 'warning';
}

export interface SendCheck {
  readonly content: { readonly kind: string; readonly text?: string };
  /** The customer service window; null when there never was one. */
  readonly window: { readonly closesAt: number } | null;
  /** Server time, ms. */
  readonly now: number;
  readonly limits: {
    readonly profile: ChannelProfile;
    /** The administrator's own limit, in bytes of UTF-8. */
    readonly maxTextBytes: number;
  };
}

type BytesHost = { TextEncoder: new () => { encode(text: string): { readonly length: number } } };

/**
 * The gate every send passes, on the desk to tell the agent at once and on the server to decide (WA-2, SRV-4). Free
 * of side effects: the same question has the same answer on both. Empty when the message may leave.
 */
export function checkSend(check: SendCheck): readonly SendFinding[] {
  if (!check.limits.profile.kinds.includes(check.content.kind)) return [unsupported(check.content.kind)];
  return [...checkText(check), ...checkWindow(check)];
}

function unsupported(kind: string): SendFinding {
  const message = `Messages of kind ${kind} cannot be sent on this channel. Write a text instead.`;
  return { code: 'kind-unsupported', field: 'kind', message, severity: 'blocking' };
}

function checkText({ content, limits }: SendCheck): readonly SendFinding[] {
  const text = content.text ?? '';
  const { minCharacters, maxCharacters } = limits.profile.text;
  if (text.trim().length < minCharacters) {
    const message = 'There is no text to send. Write something first.';
    return [{ code: 'text-empty', field: 'text', message, severity: 'blocking' }];
  }
  const over = tooLong(text, maxCharacters, limits.maxTextBytes);
  return over === undefined ? [] : [{ code: 'text-too-long', field: 'text', message: over, severity: 'blocking' }];
}

function tooLong(text: string, maxCharacters: number, maxBytes: number): string | undefined {
  const characters = [...text].length;
  if (characters > maxCharacters) {
    return `The text has ${characters} characters; this channel takes ${maxCharacters}. Shorten it or send it in parts.`;
  }
  // A character has at most four bytes, so short texts need not be encoded to be counted.
  if (characters * 4 <= maxBytes) return undefined;
  const { TextEncoder } = globalThis as unknown as BytesHost;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= maxBytes) return undefined;
  return `The text has ${bytes} bytes; ${maxBytes} are allowed here. Shorten it or send it in parts.`;
}

function checkWindow({ window, now }: SendCheck): readonly SendFinding[] {
  if (!window) {
    const message = 'This contact has not written here, so only a template can be sent. Choose a template.';
    return [{ code: 'window-none', field: 'window', message, severity: 'blocking' }];
  }
  if (now < window.closesAt) return [];
  const message = 'The customer service window is closed, so only a template can be sent. Choose a template.';
  return [{ code: 'window-closed', field: 'window', message, severity: 'blocking' }];
}
