import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { ChannelSender, OutboundRequest, SendOutcome, UploadOutcome } from '../drivers/driver.ts';
import type { Unit } from '../engine/unit.ts';
import type { FindLibraryFile } from '../library/library-files.ts';
import type { Log } from '../log.ts';
import type { OutboundEntry } from '../storage/tables/outbound.ts';
import type { Upload } from './media.ts';
import { Pacer } from './pacer.ts';
import { type NextStep, settle, settleUpload, takeNext } from './steps.ts';

export interface OutboundSenderOptions {
  /** Runs one command of the engine. */
  readonly execute: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /** The way to a channel's provider; undefined while the channel is not configured for sending. */
  readonly senderOf: (channel: string) => ChannelSender | undefined;
  readonly files: FindLibraryFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** A channel that cannot send, or a disk that cannot write, is tried again after this long. */
const RETRY = 30_000;

/** Requests under way are given this long to be answered when the server stops. */
const DRAIN = 10_000;

/**
 * Sends what is accepted, strictly one after the other within a conversation, side by side between conversations
 * (SRV-2). A message whose outcome is not known holds up its conversation until it is.
 */
export class OutboundSender {
  readonly #options: OutboundSenderOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly #timers = new Map<string, Disposable>();
  readonly #pacer = new Pacer();
  #stopping = false;

  constructor(options: OutboundSenderOptions) {
    this.#options = options;
  }

  /** Something may have to be sent in this conversation. */
  kick(conversation: string): void {
    if (this.#stopping) return;
    this.#timers.get(conversation)?.dispose();
    this.#timers.delete(conversation);
    if (this.#running.has(conversation)) {
      this.#again.add(conversation);
      return;
    }
    this.#running.set(conversation, this.#run(conversation));
  }

  /** Starts nothing new; waits for answers under way, but not for long: what has none is of unknown outcome. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#timers.values()) timer.dispose();
    this.#timers.clear();
    await Promise.race([Promise.allSettled(this.#running.values()), this.#patience()]);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  #patience(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, DRAIN).unref());
  }

  async #run(conversation: string): Promise<void> {
    // Nothing of this may happen within the command that kicked: it holds the queue that is needed here.
    await Promise.resolve();
    let until: number | undefined;
    try {
      do {
        this.#again.delete(conversation);
        until = await this.#drain(conversation);
      } while (this.#again.has(conversation) && !this.#stopping);
    } catch (error) {
      this.#options.log.error({ err: error }, 'sending was interrupted and is tried again');
      until = this.#options.clock.now() + RETRY;
    } finally {
      this.#running.delete(conversation);
    }
    if (until !== undefined) this.#wakeAt(conversation, until);
  }

  /** Sends until nothing is left or something has to be waited for; answers until when. */
  async #drain(conversation: string): Promise<number | undefined> {
    const { execute, files } = this.#options;
    while (!this.#stopping) {
      const next: NextStep = await execute((unit) => takeNext(unit, conversation, files, this.#pacer));
      if (next.step === 'rest') return undefined;
      if (next.step === 'wait') return next.until;
      if (next.step === 'upload') {
        const outcome = await this.#upload(next.entry, next.upload);
        await execute((unit) => settleUpload(unit, next.entry, next.upload, outcome));
      } else {
        const outcome = await this.#send(next.entry, next.request);
        await execute((unit) => settle(unit, next.entry, outcome, files));
      }
    }
    return undefined;
  }

  async #send(entry: OutboundEntry, request: OutboundRequest): Promise<SendOutcome> {
    const sender = this.#options.senderOf(entry.channel);
    return sender ? sender.send(request, entry.attempts) : notSetUp(entry.channel);
  }

  async #upload({ channel, attempts }: OutboundEntry, { from, file }: Upload): Promise<UploadOutcome> {
    const sender = this.#options.senderOf(channel);
    return sender ? sender.upload(from, file, attempts) : notSetUp(channel);
  }

  #wakeAt(conversation: string, until: number): void {
    if (this.#stopping) return;
    const { clock } = this.#options;
    const timer = clock.after(Math.max(0, until - clock.now()), () => {
      this.#timers.delete(conversation);
      this.kick(conversation);
    });
    this.#timers.set(conversation, timer);
  }
}

function notSetUp(channel: string): Extract<SendOutcome, { readonly outcome: 'later' }> {
  const title = `Channel ${channel} is not set up for sending`;
  return { outcome: 'later', error: { code: 'channel-unusable', title }, delay: RETRY };
}
