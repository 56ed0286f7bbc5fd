import type { Identity } from '#shared/domain/contact.ts';
import type { Message, MessageError, MessageKind, MessageStatus } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import type { Result } from '#shared/result.ts';

/** The person on the other side, as far as the provider told. */
export interface Correspondent {
  /** Empty when the provider named nobody. */
  readonly identities: readonly Identity[];
  readonly profileName: string | undefined;
}

/** What a message holds, whatever the channel. */
export interface InboundContent extends Pick<Message, 'text' | 'attachment' | 'location' | 'contacts' | 'interactive'> {
  readonly kind: MessageKind;
}

interface InboundShape {
  /** Same key, same thing: the provider's id, or one made of the content where it gave none. */
  readonly key: string;
  /** The provider's id; null where it gave none. */
  readonly providerId: string | null;
  /** When it was sent, in ms; null when the provider's word is no time. */
  readonly originTime: number | null;
  readonly correspondent: Correspondent;
  /** The provider's id of the business number it was written to; undefined when it did not say. */
  readonly businessNumberId: string | undefined;
  /** The same number as people know it; undefined when the provider did not say. */
  readonly businessNumber: string | undefined;
  /** Set for a message in a group. */
  readonly groupId: string | undefined;
  /** The provider's own words, whole. */
  readonly raw: unknown;
}

/** A message a customer wrote. */
export interface InboundMessage extends InboundShape {
  readonly what: 'message';
  readonly content: InboundContent;
  readonly quotedProviderId: string | undefined;
  readonly forwarded: boolean;
  /** The customer came by an advert, which may open the longer window (SRV-4). */
  readonly fromAdvert: boolean;
}

/** Something to be read in the conversation that the customer did not write: system notes, the business's own words. */
export interface InboundNote extends InboundShape {
  readonly what: 'system' | 'echo';
  readonly content: InboundContent;
  readonly quotedProviderId: string | undefined;
}

export interface InboundReaction extends InboundShape {
  readonly what: 'reaction';
  readonly direction: 'in' | 'out';
  readonly targetProviderId: string;
  /** Empty: taken back. */
  readonly emoji: string;
}

export interface InboundEdit extends InboundShape {
  readonly what: 'edit';
  readonly direction: 'in' | 'out';
  readonly targetProviderId: string;
  readonly content: InboundContent;
}

export interface InboundRevoke extends InboundShape {
  readonly what: 'revoke';
  readonly direction: 'in' | 'out';
  readonly targetProviderId: string;
}

/** A report about a message of ours. */
export interface InboundStatus {
  readonly what: 'status';
  readonly providerId: string;
  /** The provider's word for it. */
  readonly reported: string;
  /** What it means here; null when it means nothing. */
  readonly status: MessageStatus | null;
  readonly at: number | null;
  readonly error: MessageError | undefined;
  /** What we gave along when sending: our own message id. */
  readonly callbackData: string | undefined;
}

/** A customer has switched marketing messages off or on again with the provider (WA-9). */
export interface PreferenceUpdate {
  readonly correspondent: Correspondent;
  readonly marketing: boolean;
  /** When they said so, in ms; null when the provider's word is no time. */
  readonly at: number | null;
}

/** Told about an account, a number or a template; or not understood at all. */
export interface InboundNotice {
  readonly what: 'notice';
  readonly key: string;
  readonly field: string;
  readonly value: unknown;
  /** Set when it is about a template. */
  readonly template?: TemplateUpdate;
  /** What customers said by it about marketing messages. */
  readonly preferences?: readonly PreferenceUpdate[];
}

export type InboundItem =
  | InboundMessage
  | InboundNote
  | InboundReaction
  | InboundEdit
  | InboundRevoke
  | InboundStatus
  | InboundNotice;

/** What one part of a webhook says, with the number it is about. */
export interface InboundBatch {
  readonly accountId: string | undefined;
  readonly phoneNumberId: string | undefined;
  /** The whole part, for when it is meant for somebody else. */
  readonly raw: unknown;
  readonly items: readonly InboundItem[];
}

/** One message to be sent. */
export interface OutboundRequest {
  /** Our id, echoed by the provider in status reports. */
  readonly messageId: string;
  /** The provider's id of the business number it leaves from: the one the customer wrote to. Null: the channel's own. */
  readonly from: string | null;
  readonly recipient: Recipient;
  readonly content: OutboundContent;
  /** The provider's id of the message that a reaction is about. */
  readonly targetProviderId?: string;
  /** The template of a notification. */
  readonly template?: Template;
  /** The file of a header, or the one that is sent. */
  readonly media?: MediaHandle;
}

/** A file as the provider is told of it: one it has, or an address to fetch it from. */
export interface MediaHandle {
  readonly handle: { readonly id: string } | { readonly link: string };
  readonly fileName: string;
}

/** A word to the customer beside messages (WA-8): theirs were read up to this one, and perhaps an answer is being written. */
export interface ReadSignal {
  /** As with a message. */
  readonly from: string | null;
  /** The provider's id of the customer's message. */
  readonly providerId: string;
  readonly typing: boolean;
}

/** `later`: not taken now, and worth another try. */
export type SignalOutcome = 'taken' | 'refused' | 'later';

/** By number (digits) or by the provider's account id. */
export type Recipient =
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'user-id'; readonly id: string };

/** What became of a request. `unknown`: it may or may not have been taken, so it must never be repeated by itself. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly providerId: string }
  | { readonly outcome: 'refused'; readonly error: MessageError }
  /** Certainly not taken, and worth another try after `delay` ms. */
  | { readonly outcome: 'later'; readonly error: MessageError; readonly delay: number }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A file on this computer that the provider is to be given. */
export interface UploadFile {
  readonly path: string;
  readonly name: string;
  readonly mimeType: string;
}

/** What became of an upload; one without an answer is put off, since it may be repeated. */
export type UploadOutcome =
  | { readonly outcome: 'uploaded'; readonly mediaId: string }
  | Extract<SendOutcome, { readonly outcome: 'refused' | 'later' }>;

/** One channel's way to its provider. */
export interface ChannelSender {
  /** Never throws for what the provider or the network does. `attempts`: tries so far that were put off. */
  send(request: OutboundRequest, attempts: number): Promise<SendOutcome>;
  /** Never throws either. Told twice is told once. */
  signal(signal: ReadSignal): Promise<SignalOutcome>;
  /** Never throws either. `from`: as with a message. */
  upload(from: string | null, file: UploadFile, attempts: number): Promise<UploadOutcome>;
}

/** What a webhook says of one template, at once and before the provider is asked. */
export interface TemplateUpdate {
  /** The business account it belongs to. */
  readonly account: string | undefined;
  /** The provider's id; undefined when it gave none. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly language: string | undefined;
  /** What is another one now. */
  readonly change: Partial<Pick<Template, 'status' | 'reason' | 'quality' | 'category'>>;
}

/** What the provider has; entries that cannot be read are counted. */
export interface TemplateReading {
  readonly templates: readonly Template[];
  readonly unreadable: number;
}

/**
 * One channel's templates at its provider (WA-4). Never throws for what the provider or the network does: refusals are
 * `template-refused` in the provider's words, `provider-unreachable`, and `provider-refused` for all but templates.
 */
export interface TemplateProvider {
  /** All of a business account. */
  list(account: string): Promise<Result<TemplateReading>>;
  /** The template as it is now known: in review, as a rule. */
  create(account: string, draft: TemplateDraft): Promise<Result<Template>>;
  /** `known`: as it is before. */
  edit(known: Template, draft: TemplateDraft): Promise<Result<Template>>;
  /** One language of it. */
  delete(account: string, template: Template): Promise<Result<null>>;
}
