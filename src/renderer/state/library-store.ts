import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { TemplateList } from '#shared/domain/template.ts';
import type { IpcParams } from '#shared/ipc/contract.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { DeskClient } from '../ipc/desk-client.ts';

/** A list of the library as this page has it. */
export interface Listed<T> {
  /** Null until it came; kept while it is asked for again. */
  readonly value: T | null;
  readonly loading: boolean;
  /** Why the last request was refused, `offline` for one; null while all is well. */
  readonly error: Refusal | null;
}

export const notListed: Listed<never> = { value: null, loading: true, error: null };

/** Requests of main that end in a channel's list of templates. */
export type TemplateRequest =
  | 'template.list'
  | 'template.refresh'
  | 'template.create'
  | 'template.edit'
  | 'template.delete';

interface Lists {
  readonly templates: ReadonlyMap<string, Listed<TemplateList>>;
  readonly responses: Listed<readonly StandardResponse[]>;
}

const noLists: Lists = { templates: new Map(), responses: notListed };

/**
 * Templates and standard responses of this page (WA-4, UI-6): asked of main when somebody wants to show them, and again
 * when the desk's picture says that they are others.
 */
export class LibraryStore {
  readonly store: StoreApi<Lists> = createStore<Lists>()(() => noLists);
  readonly #client: DeskClient;
  /** Whose lists these are. */
  #owner: string | null = null;
  /** By list, under what it was asked for last. */
  readonly #asked = new Map<string, string>();
  /** By list, the number of the last request; an answer to an earlier one is late. */
  readonly #requests = new Map<string, number>();

  constructor(client: DeskClient) {
    this.#client = client;
  }

  /** Asks for a channel's templates unless they are here as of `mark`. */
  wantTemplates(owner: string | null, channel: string, mark: string): void {
    if (this.#isNew(owner, `templates:${channel}`, mark)) void this.requestTemplates('template.list', { channel });
  }

  /** Asks for the standard responses unless they are here as of `mark`. */
  wantResponses(owner: string | null, mark: string): void {
    if (this.#isNew(owner, 'responses', mark)) void this.#readResponses();
  }

  /** Asks main; the answer is the channel's list as it is from now on. */
  async requestTemplates<R extends TemplateRequest>(request: R, params: IpcParams<R>): Promise<Result<TemplateList>> {
    const { channel } = params;
    const number = this.#number(`templates:${channel}`);
    this.#setTemplates(channel, (before) => ({ ...before, loading: true }));
    const answer: Result<TemplateList> = await this.#client.request(request, params);
    if (this.#requests.get(`templates:${channel}`) !== number) return answer;
    // What was refused of a change is shown where it was asked for; the list is as it was.
    const error = answer.ok || request !== 'template.list' ? null : answer.error;
    this.#setTemplates(channel, ({ value }) => ({ value: answer.ok ? answer.value : value, loading: false, error }));
    return answer;
  }

  async #readResponses(): Promise<void> {
    const number = this.#number('responses');
    this.#setResponses((before) => ({ ...before, loading: true }));
    const answer = await this.#client.request('response.list', {});
    if (this.#requests.get('responses') !== number) return;
    this.#setResponses(({ value }) =>
      answer.ok
        ? { value: answer.value.responses, loading: false, error: null }
        : { value, loading: false, error: answer.error },
    );
  }

  #isNew(owner: string | null, list: string, mark: string): boolean {
    if (owner !== this.#owner) this.#clear(owner);
    if (owner === null || this.#asked.get(list) === mark) return false;
    this.#asked.set(list, mark);
    return true;
  }

  /** Another agent may see other lists. */
  #clear(owner: string | null): void {
    this.#owner = owner;
    this.#asked.clear();
    for (const [list, number] of this.#requests) this.#requests.set(list, number + 1);
    this.store.setState(noLists, true);
  }

  #number(list: string): number {
    const next = (this.#requests.get(list) ?? 0) + 1;
    this.#requests.set(list, next);
    return next;
  }

  #setTemplates(channel: string, change: (before: Listed<TemplateList>) => Listed<TemplateList>): void {
    this.store.setState(({ templates }) => ({
      templates: new Map(templates).set(channel, change(templates.get(channel) ?? notListed)),
    }));
  }

  #setResponses(change: (before: Lists['responses']) => Lists['responses']): void {
    this.store.setState(({ responses }) => ({ responses: change(responses) }));
  }
}
