import { createHmac } from 'node:crypto';

/** Value of `X-Hub-Signature-256`: HMAC-SHA256 of exactly these bytes with the app's secret. */
export function signBody(appSecret: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
