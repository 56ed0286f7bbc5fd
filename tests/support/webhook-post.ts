import { createHmac } from 'node:crypto';

export function signatureOf(body: string | Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Posts a webhook's bytes as they are, signed unless `signature` says otherwise; answers the HTTP status. */
export async function postWebhook(
  address: string,
  body: string | Uint8Array<ArrayBuffer>,
  secret: string,
  signature: string | null = signatureOf(body, secret),
): Promise<number> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (signature !== null) headers['x-hub-signature-256'] = signature;
  const response = await fetch(address, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}
