/** The state an agent takes after signing in; undefined leaves it as the server has it. */
export type StateAfterSignIn =
  | { readonly state: 'ready' }
  | { readonly state: 'not-ready'; readonly reason: string }
  | undefined;

/**
 * What `login.<media>.is-auto-ready` and `login.<media>.auto-not-ready-reason` ask for. An agent has one state for all
 * media so far: they become ready only when every medium of their channels wants it.
 *
 * @param option reads the text of an option by its name
 */
export function stateAfterSignIn(media: readonly string[], option: (name: string) => string): StateAfterSignIn {
  if (media.length === 0) return undefined;
  const held = media.filter((medium) => option(`login.${medium}.is-auto-ready`).toLowerCase() !== 'true');
  if (held.length === 0) return { state: 'ready' };
  const reason = held.map((medium) => option(`login.${medium}.auto-not-ready-reason`)).find((text) => text !== '');
  return reason === undefined ? undefined : { state: 'not-ready', reason };
}
