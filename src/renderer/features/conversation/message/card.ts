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
    case 'flow-reply':
    case 'interactive':
    case 'order':
    case 'template':
    case 'unsupported':
      return { caption: textOf(message.text) };
  }
}

/** What a card says about a message; undefined for kinds that are text. */
export function cardOf(message: Message): Card | undefined {
  const { kind } = message;
  if (kind === 'text' || kind === 'system') return undefined;
  return { kind, title: undefined, facts: [], size: undefined, caption: undefined, ...factsOf(message, kind) };
}
