/** Who makes a request, as proved by a token. */
export type Principal =
  | { readonly kind: 'agent'; readonly agent: string; readonly sessionId: string }
  /** Scripts of whoever can read the data folder; see the `token` command. */
  | { readonly kind: 'admin'; readonly name: string };

/** For logs and audit lines. */
export function principalName(principal: Principal): string {
  return principal.kind === 'agent' ? `agent:${principal.agent}` : `admin:${principal.name}`;
}
