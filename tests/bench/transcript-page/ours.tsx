import { useMemo, useSyncExternalStore } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import type { DeskChange, DeskUpdate } from '#shared/ipc/view.ts';
import { ok, type Result } from '#shared/result.ts';
import {
  ConversationContext,
  type ConversationFacts,
} from '../../../src/renderer/features/conversation/conversation-context.ts';
import { TranscriptArea } from '../../../src/renderer/features/conversation/transcript/transcript-area.tsx';
import { useMediaType } from '../../../src/renderer/plugins/hooks.ts';
import { startPage } from '../../../src/renderer/start-page.tsx';
import type { Desk } from '../../../src/renderer/state/desk.ts';
import { AGENT, MEDIUM, sampleContact, sampleInteraction, sampleView } from '../../renderer-harness/samples.ts';
import { afterFrame, frames, someMoment } from './frames.ts';
import type { BenchList } from './list.ts';

const customer = sampleContact({ id: 'bench-customer', name: 'Akela Raksha', phone: '+1 614 555 1234' });

/** Main as far as a transcript asks it: the answer to a request for messages comes when the bench gives it. */
class BenchMain {
  readonly #listeners = new Set<(update: DeskUpdate) => void>();
  #version = 1;
  #answer: ((messages: readonly Message[]) => void) | undefined;

  readonly bridge = {
    onUpdate: (listener: (update: DeskUpdate) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
    request: (channel: string) => this.#request(channel),
  } as unknown as ReplydeskBridge;

  push(...changes: DeskChange[]): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener({ version: this.#version, changes });
  }

  answer(messages: readonly Message[]): void {
    this.#answer?.(messages);
  }

  #request(channel: string): Promise<Result<unknown>> {
    if (channel === 'desk.view') return Promise.resolve(ok({ ...sampleView(), version: this.#version }));
    if (channel === 'transcript.earlier') return Promise.resolve(ok({ sessions: [], hasEarlier: false }));
    if (channel !== 'transcript.open' && channel !== 'transcript.older') return Promise.resolve(ok({}));
    return new Promise((resolve) => {
      this.#answer = (messages) => resolve(ok({ messages, hasOlder: true }));
    });
  }
}

/** Which interaction is in front; the page shows nothing else. */
class Front {
  #id: string | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): string | undefined => this.#id;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(id: string | undefined): void {
    this.#id = id;
    for (const listener of this.#listeners) listener();
  }
}

function Conversation({ interactionId }: { readonly interactionId: string }) {
  const { views } = useMediaType(MEDIUM);
  const facts = useMemo<ConversationFacts>(
    () => ({
      interactionId,
      views,
      contact: customer,
      name: customer.displayName,
      agent: AGENT,
      open: true,
      jumpTo: () => undefined,
      retried: new Set(),
      noteRetry: () => undefined,
      composer: { current: null },
    }),
    [interactionId, views],
  );
  return (
    <ConversationContext value={facts}>
      <div className="box">
        <TranscriptArea ref={null} />
      </div>
    </ConversationContext>
  );
}

function Page({ front }: { readonly front: Front }) {
  const id = useSyncExternalStore(front.subscribe, front.get);
  return id === undefined ? null : <Conversation key={id} interactionId={id} />;
}

/** The program's own transcript, with its stores and the WhatsApp plug-in's views; only main is made of paper. */
export class OurList implements BenchList {
  readonly #main = new BenchMain();
  readonly #front = new Front();
  readonly #desk: Desk;
  #run = 0;

  constructor() {
    Object.assign(window, { replydesk: this.#main.bridge });
    this.#desk = startPage(<Page front={this.#front} />);
  }

  get #id(): string {
    return `bench-${this.#run}`;
  }

  async show(): Promise<void> {
    while (!this.#desk.plugins.store.getState().mediaTypes.has(MEDIUM)) await afterFrame();
    this.#run += 1;
    this.#main.push({
      type: 'interaction',
      interaction: sampleInteraction({ id: this.#id, contact: customer, view: { hasOlder: true } }),
    });
    this.#front.set(this.#id);
    await frames(3);
  }

  open(messages: readonly Message[]): void {
    this.#main.answer(messages);
  }

  append(message: Message): void {
    this.#main.push({ type: 'message', message: { ...message, interactionId: this.#id } });
  }

  async prepend(older: readonly Message[]): Promise<void> {
    void this.#desk.sync.loadOlder(this.#id);
    await frames(3);
    await someMoment();
    this.#main.answer(older);
  }

  close(): void {
    this.#front.set(undefined);
    this.#main.push({ type: 'interaction-removed', interactionId: this.#id });
  }

  scroller(): HTMLElement {
    const scroller = document.querySelector<HTMLElement>('#root [role="log"]');
    if (!scroller) throw new Error('The transcript is not there.');
    return scroller;
  }
}
