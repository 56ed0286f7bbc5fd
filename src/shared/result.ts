/** Why something was refused, in a form both a program and a person can use. */
export interface Refusal {
  /** Stable, kebab-case; what programs and tests look at. */
  readonly code: string;
  /** A sentence for people: what happened, to what, and what to do. */
  readonly message: string;
  /** True when the same request may succeed later without any change by the caller. */
  readonly retryable: boolean;
  /** The provider's code, when it was the provider that refused and `message` is in its words: pages may have better ones. */
  readonly providerCode?: string | undefined;
}

/** An expected outcome: a value, or a refusal. Bugs are exceptions instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** The outcome that went well. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** An expected refusal; `retryable` is false unless said otherwise. */
export function refuse(
  code: string,
  message: string,
  retryable = false,
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, message, retryable } };
}
