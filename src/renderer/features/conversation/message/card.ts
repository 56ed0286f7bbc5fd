import type { Message, MessageKind } from '#shared/domain/message.ts';

/** Kinds drawn as a card: what it is in words, facts about it, and its caption. */
export type CardKind = Exclude<MessageKind, 'text' | 'system'>;

export interface Card {
  readonly kind: CardKind;
  /** Names the thing itself: a file, a place, people, the chosen button. */
  readonly title: string | undefined;
  /** Further facts, each a line. */
  readonly facts: readonly string[];
  /** Bytes of a file, where the provider told. */
  readonly size: number | undefined;
  /** Text the sender wrote along. */
  readonly caption: string | undefined;
}

type Facts = Partial<Omit<Card, 'kind'>>;
type Loose = Readonly<Record<string, unknown>>;

/** A form with more answers than this is shown in part. */
const MOST_ANSWERS = 30;

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function present(values: readonly (string | undefined)[]): readonly string[] {
  return values.filter((value) => value !== undefined);
}

function fileFacts({ attachment, text }: Message): Facts {
  const name = textOf(attachment?.fileName);
  const caption = textOf(attachment?.caption) ?? textOf(text);
  return { title: name, size: attachment?.size, caption: caption === name ? undefined : caption };
}

/** A document without a name is at least of some type. */
function documentFacts(message: Message): Facts {
  const facts = fileFacts(message);
  const type = textOf(message.attachment?.mimeType?.split(';')[0]);
  return facts.title === undefined ? { ...facts, facts: present([type]) } : facts;
}

function placeFacts({ location, text }: Message): Facts {
  if (!location) return { caption: textOf(text) };
  const { latitude, longitude, name, address, url } = location;
  const position = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return { title: textOf(name), facts: present([textOf(address), position, textOf(url)]) };
}

function personName(contact: Loose): string | undefined {
  const { name } = contact;
  return isLoose(name) ? (textOf(name.formatted_name) ?? textOf(name.first_name)) : textOf(name);
}

function personPhones({ phones }: Loose): readonly string[] {
  if (!Array.isArray(phones)) return [];
  return present(phones.map((phone) => (isLoose(phone) ? textOf(phone.phone) : undefined)));
}

function peopleFacts({ contacts, text }: Message): Facts {
  const [first, ...others] = contacts ?? [];
  if (!first) return { caption: textOf(text) };
  return {
    title: personName(first) ?? textOf(text),
    facts: [...personPhones(first), ...present(others.map(personName))],
  };
}

/** The line the server made of an order's items, when the customer wrote none. */
function orderLine(item: Loose): string {
  const { quantity, productId, price, currency } = item;
  const what = `${String(quantity ?? 1)} × ${String(productId ?? '?')}`;
  return price === undefined ? what : `${what} · ${String(price)} ${String(currency ?? '')}`.trimEnd();
}

function orderFacts({ interactive, text }: Message): Facts {
  const items = Array.isArray(interactive?.items) ? interactive.items.filter(isLoose) : [];
  // Without words of the customer the text is the items again.
  const written = items.length === 0 || !/^\d+ × /.test(text);
  return { facts: items.map(orderLine), caption: written ? textOf(text) : undefined };
}

/** Answers of a form, as far as they are plain; the token is for machines. */
function formFacts({ interactive, text }: Message): Facts {
  const { response } = interactive ?? {};
  const answers = isLoose(response) ? Object.entries(response) : [];
  const plain = answers.filter(([key, value]) => key !== 'flow_token' && ['string', 'number'].includes(typeof value));
  return { title: textOf(text), facts: plain.slice(0, MOST_ANSWERS).map(([key, value]) => `${key}: ${String(value)}`) };
}

/** What it was, by the provider's word, and why it could not be shown. */
function unsupportedFacts({ interactive, text }: Message): Facts {
  const { type, details } = interactive ?? {};
  const name = textOf(type);
  return {
    facts: present([name === 'unsupported' ? undefined : name]),
    caption: textOf(details) ?? (name ? undefined : textOf(text)),
  };
}

function factsOf(message: Message, kind: CardKind): Facts {
  switch (kind) {
    case 'image':
    case 'video':
    case 'audio':
    case 'sticker':
      return fileFacts(message);
    case 'document':
      return documentFacts(message);
    case 'location':
      return placeFacts(message);
    case 'contacts':
      return peopleFacts(message);
    case 'button-reply':
    case 'list-reply':
      return { title: textOf(message.text), facts: present([textOf(message.interactive?.description)]) };
    case 'reaction':
      return { title: textOf(message.text) };
    case 'order':
      return orderFacts(message);
    case 'flow-reply':
      return formFacts(message);
    case 'unsupported':
      return unsupportedFacts(message);
    case 'interactive':
    case 'template':
      return { caption: textOf(message.text) };
  }
}

/** What a card says about a message; undefined for kinds that are text. */
export function cardOf(message: Message): Card | undefined {
  const { kind } = message;
  if (kind === 'text' || kind === 'system') return undefined;
  return { kind, title: undefined, facts: [], size: undefined, caption: undefined, ...factsOf(message, kind) };
}
