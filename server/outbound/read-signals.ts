import { cloudApi } from '#plugins/whatsapp/profiles/cloud-api.ts';
import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { ChannelSender, SignalOutcome } from '../drivers/driver.ts';
import type { Log } from '../log.ts';

/** A customer's message up to which they are told that theirs were read. */
export interface ReadMark {
  readonly conversation: string;
  readonly channel: string;
  readonly from: string | null;
  readonly providerId: string;
  /** Our id of it, a ULID of the server: the greater, the newer. */
  readonly messageId: string;
}

export interface ReadSignalsOptions {
  readonly senderOf: (channel: string) => ChannelSender | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds between two read marks of one conversation. */
const PAUSE = 2_000;
/** Pauses before further tries; after the last the mark is given up, and the next message brings another. */
const RETRIES = [5_000, 30_000];
/** Conversations that are remembered; the ones forgotten may be told once more, which does no harm. */
const REMEMBERED = 5_000;

interface Told {
  /** The newest message that was marked; empty at first. */
  readonly marked: string;
  readonly wanted: ReadMark | undefined;
  readonly tries: number;
  readonly isUnderWay: boolean;
  readonly notBefore: number;
  readonly typingUntil: number;
}

const nothingTold: Told = { marked: '', wanted: undefined, tries: 0, isUnderWay: false, notBefore: 0, typingUntil: 0 };

/**
 * Read marks and typing (WA-8): beside the queue of messages, which must not wait for them; once for the newest message
 * of a conversation and not more often than its pause; and softly, since a mark that is lost harms nobody.
 */
export class ReadSignals {
  readonly #options: ReadSignalsOptions;
  readonly #told = new Map<string, Told>();
  readonly #timers = new Map<string, Disposable>();
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(options: ReadSignalsOptions) {
    this.#options = options;
  }

  /** The customer's messages up to this one were read. */
  read(mark: ReadMark): void {
    const { marked, wanted } = this.#of(mark.conversation);
    if (mark.messageId <= marked || (wanted && mark.messageId <= wanted.messageId)) return;
    this.#change(mark.conversation, { wanted: mark, tries: 0 });
    this.#pump(mark.conversation);
  }

  /** The agent is writing. `mark`: the customer's newest message, which this marks as read too. */
  typing(mark: ReadMark): void {
    const now = this.#options.clock.now();
    if (this.#isStopped || now < this.#of(mark.conversation).typingUntil) return;
    this.#change(mark.conversation, { typingUntil: now + cloudApi.typing.everySeconds * 1000 });
    this.#run(async () => {
      if ((await this.#send(mark, true)) === 'taken') this.#done(mark);
    });
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) timer.dispose();
    this.#timers.clear();
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #pump(conversation: string): void {
    const { wanted, isUnderWay, notBefore } = this.#of(conversation);
    if (this.#isStopped || !wanted || isUnderWay || this.#timers.has(conversation)) return;
    const wait = notBefore - this.#options.clock.now();
    if (wait > 0) {
      this.#timers.set(
        conversation,
        this.#options.clock.after(wait, () => this.#wake(conversation)),
      );
      return;
    }
    this.#change(conversation, { isUnderWay: true });
    this.#run(() => this.#mark(wanted));
  }

  #wake(conversation: string): void {
    this.#timers.delete(conversation);
    this.#pump(conversation);
  }

  async #mark(mark: ReadMark): Promise<void> {
    const outcome = await this.#send(mark, false);
    const { tries } = this.#of(mark.conversation);
    const pause = outcome === 'later' ? RETRIES[tries] : undefined;
    if (pause === undefined) this.#done(mark);
    this.#change(mark.conversation, {
      isUnderWay: false,
      tries: pause === undefined ? 0 : tries + 1,
      notBefore: this.#options.clock.now() + (pause ?? PAUSE),
    });
    if (outcome !== 'taken') this.#options.log.info({ message: mark.messageId, outcome }, 'read mark not taken');
    this.#pump(mark.conversation);
  }

  #done({ conversation, messageId }: ReadMark): void {
    const { marked, wanted } = this.#of(conversation);
    this.#change(conversation, {
      marked: messageId > marked ? messageId : marked,
      wanted: wanted && wanted.messageId > messageId ? wanted : undefined,
    });
  }

  async #send({ channel, from, providerId }: ReadMark, typing: boolean): Promise<SignalOutcome> {
    const sender = this.#options.senderOf(channel);
    return sender ? sender.signal({ from, providerId, typing }) : 'refused';
  }

  #of(conversation: string): Told {
    return this.#told.get(conversation) ?? nothingTold;
  }

  #change(conversation: string, change: Partial<Told>): void {
    const told = { ...this.#of(conversation), ...change };
    // Put to the end: the one that was spoken of longest ago goes first.
    this.#told.delete(conversation);
    this.#told.set(conversation, told);
    const [oldest] = this.#told.keys();
    if (this.#told.size > REMEMBERED && oldest !== undefined) this.#told.delete(oldest);
  }

  #run(work: () => Promise<void>): void {
    const running: Promise<void> = work()
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'a read mark broke down'))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
