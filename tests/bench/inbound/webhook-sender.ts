import { Agent, request } from 'node:http';
import { signatureOf } from '../../support/webhook-post.ts';

/** As few connections as a provider keeps open; what comes while all are busy waits here, and its time counts. */
const CONNECTIONS = 8;

export interface CustomerText {
  /** The customer's number, digits only. */
  readonly from: string;
  readonly name: string;
  readonly text: string;
}

let count = 0;

function bodyOf({ from, name, text }: CustomerText): string {
  count += 1;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550100199', phone_number_id: '106540352242922' },
    contacts: [{ profile: { name }, wa_id: from }],
    messages: [{ from, id: `wamid.bench.${count}`, timestamp, type: 'text', text: { body: text } }],
  };
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

/** Posts signed webhooks of the sample channel, as a provider under load does: over connections that stay open. */
export class WebhookSender {
  readonly #url: string;
  readonly #secret: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  constructor(server: string, secret: string) {
    this.#url = `${server}/webhooks/whatsapp/jungle`;
    this.#secret = secret;
  }

  send(message: CustomerText): Promise<void> {
    const body = bodyOf(message);
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body, this.#secret) };
    return new Promise((resolve, reject) => {
      const post = request(this.#url, { method: 'POST', headers, agent: this.#agent }, (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`The webhook was answered with ${response.statusCode}.`));
        });
      });
      post.on('error', reject);
      post.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
