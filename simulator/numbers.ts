import type { JsonObject } from './json.ts';
import { isLoopbackUrl, type NumberSettings, type Settings } from './settings.ts';
import { postBytes } from './webhooks/post-bytes.ts';

/** A phone number of the business, with what the Graph API lets the business change of it. */
export interface BusinessNumber extends NumberSettings {
  callback?: { readonly url: string; readonly verifyToken: string };
  profile: JsonObject;
}

/** The business's own numbers and where their webhooks go. */
export class BusinessNumbers {
  readonly #settings: Settings;
  readonly #numbers = new Map<string, BusinessNumber>();
  /** Set by `subscribed_apps`; comes after a number's own callback and before the app's. */
  accountCallback: string | undefined;
  appCallback: string | undefined;
  /** Set by the control API; stands in for all addresses of the settings. */
  #replacement: string | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.appCallback = settings.callbackUrl;
    for (const number of settings.phoneNumbers) this.#add(number);
  }

  find(id: string): BusinessNumber | undefined {
    return this.#numbers.get(id);
  }

  /** The number inbound messages go to when nobody says which. */
  first(): BusinessNumber {
    const [number] = this.#numbers.values();
    if (!number) throw new Error('the settings schema demands a phone number');
    return number;
  }

  all(): readonly BusinessNumber[] {
    return [...this.#numbers.values()];
  }

  /** A replayed webhook may name a number of its own; from then on it can also be answered from that number. */
  adopt(id: string, displayPhoneNumber: string): void {
    if (this.#numbers.has(id) || !/^\d+$/.test(id)) return;
    this.#add({ id, displayPhoneNumber: displayPhoneNumber.replace(/\D/g, ''), verifiedName: `Number ${id}` });
  }

  /** Webhooks go there from now on, unless a number or the account is given an address of its own. */
  replaceCallback(url: string): void {
    this.#replacement = url;
    this.appCallback = url;
  }

  /**
   * The callback of a number: its own, else the business account's, else the one in the settings. Webhooks that belong
   * to no number follow a number's own address, too: a settings file can only guess where a server on any port listens.
   */
  callbackOf(lane: string): string | undefined {
    const number = this.#numbers.get(lane);
    const own = number ? number.callback : this.all().find(({ callback }) => callback)?.callback;
    const fromSettings = this.#replacement ?? number?.callbackUrl ?? this.appCallback;
    if (number) return own?.url ?? this.accountCallback ?? fromSettings;
    return this.accountCallback ?? own?.url ?? fromSettings;
  }

  /** Origins of all callbacks, each once. */
  callbackOrigins(): readonly string[] {
    const urls = this.all().map((number) => this.callbackOf(number.id));
    return [...new Set(urls.flatMap((url) => (url ? [new URL(url).origin] : [])))];
  }

  /** Back to the settings, except for where the business listens. */
  reset(): void {
    const callbacks = new Map(this.all().map((number) => [number.id, number.callback]));
    this.#numbers.clear();
    for (const number of this.#settings.phoneNumbers) {
      const added = this.#add(number);
      const callback = callbacks.get(number.id);
      if (callback) added.callback = callback;
    }
  }

  #add(number: NumberSettings): BusinessNumber {
    const added = { ...number, profile: { messaging_product: 'whatsapp', vertical: 'OTHER' } };
    this.#numbers.set(number.id, added);
    return added;
  }
}

/**
 * Meta's handshake before it uses a callback: GET with a challenge, which must come back as the whole body.
 * Answers undefined when it did, else what went wrong.
 */
export async function tryCallback(url: string, verifyToken: string, timeoutMs: number): Promise<string | undefined> {
  if (!isLoopbackUrl(url)) return 'the simulator calls addresses on this computer only';
  const challenge = String(Math.floor(Math.random() * 1e9) + 1e9);
  const target = new URL(url);
  target.searchParams.set('hub.mode', 'subscribe');
  target.searchParams.set('hub.challenge', challenge);
  target.searchParams.set('hub.verify_token', verifyToken);
  const outcome = await postBytes({ method: 'GET', url: target.href, timeoutMs });
  if ('error' in outcome) return outcome.error;
  if (outcome.status !== 200) return `HTTP status ${outcome.status}`;
  return outcome.body === challenge ? undefined : 'the challenge was not echoed';
}
