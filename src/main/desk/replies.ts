import type { CommandParams } from '#shared/commands/catalogue.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { quotedBy } from '#shared/rules/quoted-by.ts';
import { contentAgain } from '#shared/rules/sent-message.ts';
import type { OutboxRow } from '../cache/operations.ts';
import { compose } from '../outbox/compose.ts';
import { IdSource } from '../outbox/id-source.ts';
import { isReaction } from '../outbox/reactions.ts';
import type { DeskCore } from './desk-core.ts';
import { tellIfUnseen } from './desk-outbox.ts';

const notYours = refuse(
  'not-yours',
  'This conversation is not in your hands any more. Nothing was sent. Look for it in your queues or its history.',
);

const notSignedIn = refuse('not-signed-in', 'Nobody is signed in at this desk. Sign in, then send your message.');

const notAccepted = refuse('not-accepted', 'Accept this conversation before you answer in it.');

const threadStale = refuse(
  'thread-stale',
  'Messages of this conversation are missing here and are being fetched. Read them, then send your answer.',
  true,
);

const textEmpty = refuse('text-empty', 'There is no text to send. Write something first.');

const targetUnknown = refuse(
  'not-found',
  'The message to react to is not of this conversation. Open it again, then react.',
);

const alreadyRetried = refuse('already-retried', 'This message was sent again already: see the newer one below it.');

const notRetryable = refuse(
  'not-retryable',
  'This message did not fail, or not all of it is known on this desk. Write it anew if it is still to be sent.',
);

type Reaction = Extract<OutboundContent, { kind: 'reaction' }>;

/** What is quoted, as the transcript shows it. */
type Quoted = Pick<Message, 'id' | 'text'>;

/** What a message that is sent again quotes. */
function quotedIn({ quoted }: Message): Quoted | undefined {
  const { messageId, text } = quoted ?? {};
  return messageId === undefined || text === undefined ? undefined : { id: messageId, text };
}

/** What the agent says: sends, and sends again what failed. */
export class Replies {
  readonly #core: DeskCore;
  readonly #ids = new IdSource();
  /** Messages that were sent again, and those for which that is under way. */
  readonly #retried = new Set<string>();

  constructor(core: DeskCore) {
    this.#core = core;
  }

  /** What the cache kept of a session. Refused messages nobody would see are told. */
  restore(rows: readonly OutboxRow[], retries: Readonly<Record<string, string>>): void {
    this.#retried.clear();
    for (const id of Object.keys(retries)) this.#retried.add(id);
    for (const row of rows) this.#ids.follow(row.id);
    this.#core.outbox.restore(rows);
    for (const row of rows) tellIfUnseen(this.#core, row.id);
  }

  async send(params: CommandParams<'interaction.send'>): Promise<Result<Message>> {
    const { interactionId, content } = params;
    const interaction = this.#writable(interactionId);
    if (!interaction.ok) return interaction;
    if (content.kind === 'reaction') return this.#react(interaction.value, content);
    const text = content.kind === 'text' ? content.text : undefined;
    if (text?.trim() === '') return textEmpty;
    const { store, outbox } = this.#core;
    const quoted = await this.#quoted(interaction.value, params);
    const draft = store.drafts.of(interactionId);
    // Only the draft that is being sent goes: a plug-in's send must not take what the agent is writing.
    const clearDraft = draft !== '' && text?.startsWith(draft.trim()) === true;
    const row = this.#compose(interaction.value, content, quoted);
    const adding = outbox.add(row, { replaces: null, retryOf: null, clearDraft });
    // At once: a draft that waits to be written would otherwise bring back on the disk what is sent.
    if (clearDraft) store.drafts.set(interactionId, '');
    const sent = await adding;
    if (clearDraft) this.#tellDraft(interactionId, sent.ok ? '' : draft);
    return sent;
  }

  async retry({ interactionId, messageId }: CommandParams<'interaction.retry'>): Promise<Result<Message>> {
    if (this.#retried.has(messageId)) return alreadyRetried;
    const interaction = this.#writable(interactionId);
    if (!interaction.ok) return interaction;
    this.#retried.add(messageId);
    const sent = await this.#retryIn(interaction.value, messageId);
    if (!sent.ok) this.#retried.delete(messageId);
    return sent;
  }

  async discard(messageId: string): Promise<Result<Record<string, never>>> {
    return this.#core.outbox.discard(messageId);
  }

  /** Pages are told of the draft as it is now; `kept` is what stays in it before what was typed meanwhile. */
  #tellDraft(interactionId: string, kept: string): void {
    const { store, picture } = this.#core;
    const draft = [kept, store.drafts.of(interactionId)].filter((part) => part !== '').join('\n');
    store.drafts.set(interactionId, draft);
    if (store.live(interactionId)) picture.changes.interaction(interactionId);
  }

  /** A reaction that failed before gives way to this one. Whether the target can have one, the server decides. */
  async #react(interaction: Interaction, content: Reaction): Promise<Result<Message>> {
    const { outbox, transcripts } = this.#core;
    const { messageId } = content;
    if (!outbox.row(messageId) && !(await transcripts.findOfContact(interaction, messageId))) return targetUnknown;
    const failed = outbox
      .rowsOf(interaction.id)
      .find((row) => isReaction(row) && row.state === 'failed' && row.content.messageId === messageId);
    const row = this.#compose(interaction, content);
    return outbox.add(row, { replaces: failed?.id ?? null, retryOf: null, clearDraft: false });
  }

  async #retryIn(interaction: Interaction, messageId: string): Promise<Result<Message>> {
    const { outbox, transcripts } = this.#core;
    const waiting = outbox.row(messageId);
    if (waiting) {
      if (waiting.state !== 'failed' || waiting.interactionId !== interaction.id) return notRetryable;
      const row = this.#compose(interaction, waiting.content, quotedIn(waiting.message));
      return outbox.add(row, { replaces: messageId, retryOf: messageId, clearDraft: false });
    }
    const message = await transcripts.find(interaction.id, messageId);
    if (!message) return refuse('not-found', 'The message to send again is not on this desk any more.');
    const content = contentAgain(message);
    const isOpen = message.direction === 'out' && (message.status === 'failed' || message.status === 'unknown');
    if (!content || !isOpen) return notRetryable;
    const row = this.#compose(interaction, content, quotedIn(message));
    return outbox.add(row, { replaces: null, retryOf: messageId, clearDraft: false });
  }

  /** The interaction, if the agent may write in it now. */
  #writable(interactionId: string): Result<Interaction> {
    if (!this.#core.session.current.agent) return notSignedIn;
    const entry = this.#core.store.live(interactionId);
    if (!entry) return notYours;
    if (entry.interaction.stage !== 'assigned') return notAccepted;
    return entry.stale ? threadStale : ok(entry.interaction);
  }

  /** What the content quotes, as far as it is on this desk: of the interaction at hand or of an earlier session. */
  async #quoted(
    interaction: Interaction,
    { content, quotedMessageId }: CommandParams<'interaction.send'>,
  ): Promise<Quoted | undefined> {
    const providerId = quotedBy(content);
    if (providerId === undefined) return undefined;
    const { store, transcripts } = this.#core;
    const isMeant = (message: Message) => message.providerId === providerId;
    const here = [...store.messagesOf(interaction.id).values()].find(isMeant);
    if (here || quotedMessageId === undefined) return here;
    const earlier = await transcripts.findOfContact(interaction, quotedMessageId);
    return earlier && isMeant(earlier) ? earlier : undefined;
  }

  #compose(interaction: Interaction, content: OutboundContent, quoted?: Quoted): OutboxRow {
    const { session } = this.#core;
    const pressedAt = this.#core.time.now();
    const { name = '', displayName = '' } = session.current.agent ?? {};
    const id = this.#ids.next(pressedAt);
    const template = this.#templateOf(interaction, content);
    return compose({ id, interaction, content, agent: { name, displayName }, pressedAt, quoted, template });
  }

  #templateOf({ channel }: Interaction, content: OutboundContent): Template | undefined {
    if (content.kind !== 'template') return undefined;
    return this.#core.library.template(channel, content.template) ?? undefined;
  }
}
