import type { Attachment, MessageKind } from '#shared/domain/message.ts';
import type { InboundContent } from '../driver.ts';
import { blank, type ContentReader } from './content-reader.ts';
import { replyContents } from './contents-replies.ts';
import {
  bodyText,
  defined,
  type LooseObject,
  listOf,
  looseFlag,
  looseNumber,
  memberOf,
  objectOf,
  objectsIn,
  textOf,
  unescaped,
} from './loose.ts';

const readText: ContentReader = (object) => {
  const body = bodyText.parse(object.body);
  return body === undefined ? undefined : blank('text', body);
};

function mediaReader(kind: MessageKind): ContentReader {
  return (object) => {
    const caption = bodyText.parse(object.caption);
    const fileName = textOf(object, 'filename');
    const attachment: Attachment = defined({
      mediaId: textOf(object, 'id'),
      mimeType: unescaped(textOf(object, 'mime_type')),
      fileName,
      size: looseNumber.parse(object.file_size),
      sha256: unescaped(textOf(object, 'sha256')),
      caption,
      voice: looseFlag.parse(object.voice),
      animated: looseFlag.parse(object.animated),
    });
    if (Object.keys(attachment).length === 0) return undefined;
    return { ...blank(kind, caption ?? fileName ?? ''), attachment };
  };
}

const readLocation: ContentReader = (object) => {
  const latitude = looseNumber.parse(object.latitude);
  const longitude = looseNumber.parse(object.longitude);
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  const name = textOf(object, 'name');
  const address = textOf(object, 'address');
  const location = { latitude, longitude, ...defined({ name, address, url: textOf(object, 'url') }) };
  const words = [name, address].filter((part) => part !== undefined).join(', ');
  return { ...blank('location', words || `${latitude}, ${longitude}`), location };
};

const readSystem: ContentReader = (object, message) => ({
  ...blank('system', textOf(object, 'body') ?? textOf(object, 'type') ?? ''),
  interactive: { ...object, ...defined({ identity: memberOf(message, 'identity') }) },
});

const readers: Readonly<Record<string, ContentReader>> = {
  text: readText,
  image: mediaReader('image'),
  video: mediaReader('video'),
  audio: mediaReader('audio'),
  document: mediaReader('document'),
  sticker: mediaReader('sticker'),
  location: readLocation,
  system: readSystem,
  ...replyContents,
};

/** Contact cards come as a list, unlike all other types. */
function readContacts(value: unknown): InboundContent | undefined {
  const cards = objectsIn(value);
  if (cards.length === 0) return undefined;
  const names = cards.map((card) => textOf(memberOf(card, 'name'), 'formatted_name') ?? firstPhone(card));
  const text = names.filter((name) => name !== undefined).join(', ');
  return { ...blank('contacts', text), contacts: cards.map((card) => ({ ...card })) };
}

function firstPhone(card: LooseObject): string | undefined {
  return textOf(objectOf(listOf(card.phones)[0]), 'phone');
}

/** The type a message says it is, or the one whose object it holds. */
function typeOf(message: LooseObject): string {
  const type = textOf(message, 'type');
  if (type !== undefined) return type;
  return [...Object.keys(readers), 'contacts'].find((name) => message[name] !== undefined) ?? 'unknown';
}

/** What a message holds. A type that is not known, or without its object, is kept as `unsupported` (SRV-2). */
export function contentOf(message: LooseObject): InboundContent {
  const type = typeOf(message);
  const content = readContent(type, message) ?? unsupported(type, message);
  const extra = defined({
    referral: memberOf(message, 'referral'),
    referredProduct: memberOf(memberOf(message, 'context'), 'referred_product'),
    groupId: textOf(message, 'group_id'),
    origin: textOf(message, 'origin'),
    errors: content.kind === 'unsupported' ? undefined : errorsOf(message),
  });
  if (Object.keys(extra).length === 0) return content;
  return { ...content, interactive: { ...content.interactive, ...extra } };
}

function readContent(type: string, message: LooseObject): InboundContent | undefined {
  if (type === 'contacts') return readContacts(message.contacts);
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  const object = objectOf(message[type]);
  return reader && object && reader(object, message);
}

function errorsOf(message: LooseObject): readonly unknown[] | undefined {
  const errors = listOf(message.errors);
  return errors.length > 0 ? errors : undefined;
}

function unsupported(type: string, message: LooseObject): InboundContent {
  const named = textOf(memberOf(message, 'unsupported'), 'type');
  const [first] = listOf(message.errors);
  const error = objectOf(first);
  const details = textOf(memberOf(error, 'error_data'), 'details') ?? textOf(error, 'title');
  const place = [textOf(memberOf(message, type), 'name'), textOf(memberOf(message, type), 'address')];
  const words = place.filter((part) => part !== undefined).join(', ');
  const interactive = { ...defined({ type: named ?? type, details, errors: errorsOf(message) }) };
  return { ...blank('unsupported', words || (details ?? `Message of type ${named ?? type}`)), interactive };
}
