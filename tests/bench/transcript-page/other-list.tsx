import { createElement, type FunctionComponent } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Message } from '#shared/domain/message.ts';
import { frames } from './frames.ts';
import type { BenchList } from './list.ts';

export interface ListProps {
  readonly messages: readonly Message[];
  /** How many messages were put in front since the list was opened. */
  readonly prepended: number;
}

/** Drives a list component that ours is measured against. */
export class OtherList implements BenchList {
  readonly #component: FunctionComponent<ListProps>;
  readonly #selector: string;
  #root: Root | undefined;
  #props: ListProps = { messages: [], prepended: 0 };

  constructor(component: FunctionComponent<ListProps>, selector: string) {
    this.#component = component;
    this.#selector = selector;
  }

  async show(): Promise<void> {
    const element = document.getElementById('other');
    if (!element) throw new Error('The page has no place for the list.');
    this.#root = createRoot(element);
    this.#root.render(<div className="box">Loading</div>);
    await frames(3);
  }

  open(messages: readonly Message[]): void {
    this.#set({ messages, prepended: 0 });
  }

  append(message: Message): void {
    this.#set({ ...this.#props, messages: [...this.#props.messages, message] });
  }

  prepend(older: readonly Message[]): Promise<void> {
    const { messages, prepended } = this.#props;
    this.#set({ messages: [...older, ...messages], prepended: prepended + older.length });
    return Promise.resolve();
  }

  close(): void {
    this.#root?.unmount();
    this.#root = undefined;
  }

  scroller(): HTMLElement {
    const scroller = document.querySelector<HTMLElement>(`#other ${this.#selector}`);
    if (!scroller) throw new Error('The list is not there.');
    return scroller;
  }

  #set(props: ListProps): void {
    this.#props = props;
    this.#root?.render(<div className="box">{createElement(this.#component, props)}</div>);
  }
}
