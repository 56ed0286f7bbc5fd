import { z } from 'zod';
import { nameSchema } from '#shared/domain/message.ts';
import { type StandardResponse, standardResponseSchema } from '#shared/domain/standard-response.ts';
import { type Template, type TemplateKey, type TemplateList, templateListSchema } from '#shared/domain/template.ts';
import type { LibraryView } from '#shared/ipc/library.ts';
import type { LibraryFrame } from '#shared/protocol/library.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Log } from './log.ts';

/** Methods that end in a channel's list of templates. */
export type TemplateMethod =
  | 'template.list'
  | 'template.refresh'
  | 'template.create'
  | 'template.edit'
  | 'template.delete';

type LibraryMethod = TemplateMethod | 'response.list';

export interface LibraryOptions {
  readonly log: Log;
  readonly isConnected: () => boolean;
  readonly ask: <M extends LibraryMethod>(method: M, params: MethodParams<M>) => Promise<Result<MethodResult<M>>>;
  /** Writes into the notes of the cache file, which is the agent's own. */
  readonly write: (key: string, value: string) => void;
  readonly onChange: () => void;
}

/** Under this name it stands in the cache's own notes. */
const KEY = 'library';

const keptSchema = z.object({
  templates: z.record(nameSchema, templateListSchema),
  responses: z.array(standardResponseSchema).nullable(),
});
type Kept = z.infer<typeof keptSchema>;

const nothing: Kept = { templates: {}, responses: null };

const offline = refuse(
  'offline',
  'This list is not on this computer yet. It comes as soon as the server is reached.',
  true,
);

/**
 * Templates and standard responses as this desk last had them (WA-4, UI-6): at hand at once and without a connection,
 * asked for anew after each welcome and whenever the server says that they are others.
 */
export class Library {
  readonly #options: LibraryOptions;
  #kept = nothing;
  readonly #revisions = new Map<string, number>();
  #responsesRevision = 0;
  /** Grows when another agent's library takes this one's place: what is under way for the old one is none of it. */
  #generation = 0;

  constructor(options: LibraryOptions) {
    this.#options = options;
  }

  get view(): LibraryView {
    return { templates: Object.fromEntries(this.#revisions), responses: this.#responsesRevision };
  }

  /** As the cache had it; what cannot be read is asked for. */
  restore(meta: Readonly<Record<string, string>>): void {
    this.clear();
    this.#kept = keptSchema.safeParse(parse(meta[KEY])).data ?? nothing;
    for (const channel of Object.keys(this.#kept.templates)) this.#grow(channel);
    if (this.#kept.responses) this.#responsesRevision += 1;
    this.#options.onChange();
  }

  /** Writes it (again): into a fresh file. */
  write(): void {
    this.#options.write(KEY, JSON.stringify(this.#kept));
  }

  clear(): void {
    this.#generation += 1;
    this.#kept = nothing;
    this.#revisions.clear();
    this.#options.onChange();
  }

  /** The template with this name; null when the channel has none such, undefined while its list is not known. */
  template(channel: string, { name, language }: TemplateKey): Template | null | undefined {
    const list = this.#kept.templates[channel];
    return list && (list.templates.find((one) => one.name === name && one.language === language) ?? null);
  }

  /** What is known, at once; the first time, as the server says. Refused with `offline`. */
  async templates(channel: string): Promise<Result<TemplateList>> {
    const known = this.#kept.templates[channel];
    if (known) return ok(known);
    return this.#options.isConnected() ? this.ask('template.list', { channel }) : offline;
  }

  async responses(): Promise<Result<readonly StandardResponse[]>> {
    const { responses } = this.#kept;
    if (responses) return ok(responses);
    return this.#options.isConnected() ? this.#loadResponses() : offline;
  }

  /** Asks the server; every answer is the list as it is now. */
  async ask<M extends TemplateMethod>(method: M, params: MethodParams<M>): Promise<Result<TemplateList>> {
    const generation = this.#generation;
    const answer: Result<TemplateList> = await this.#options.ask(method, params);
    if (answer.ok && generation === this.#generation) this.#takeTemplates(answer.value);
    return answer;
  }

  /** Connected (again): what was heard of before may be old. `channels`: those whose conversations are at hand. */
  welcome(channels: readonly string[]): void {
    for (const channel of new Set([...channels, ...Object.keys(this.#kept.templates)])) this.#reload(channel);
    if (this.#kept.responses) this.#reloadResponses();
  }

  take({ what, channel }: LibraryFrame): void {
    if (what === 'responses') this.#reloadResponses();
    else if (channel !== null) this.#reload(channel);
  }

  #reload(channel: string): void {
    this.#inBackground(this.ask('template.list', { channel }));
  }

  #reloadResponses(): void {
    this.#inBackground(this.#loadResponses());
  }

  #inBackground(asked: Promise<Result<unknown>>): void {
    asked
      .then((answer) => {
        if (!answer.ok) this.#options.log.info({ code: answer.error.code }, 'The library could not be read anew');
      })
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'Reading the library broke down'));
  }

  async #loadResponses(): Promise<Result<readonly StandardResponse[]>> {
    const generation = this.#generation;
    const all: StandardResponse[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await this.#options.ask('response.list', after === undefined ? {} : { after });
      if (!page.ok) return page;
      all.push(...page.value.responses);
      const last = page.value.responses.at(-1)?.id;
      more = page.value.hasMore && last !== undefined;
      after = last;
    }
    if (generation === this.#generation) this.#takeResponses(all);
    return ok(all);
  }

  #takeTemplates(list: TemplateList): void {
    this.#kept = { ...this.#kept, templates: { ...this.#kept.templates, [list.channel]: list } };
    this.#grow(list.channel);
    this.write();
    this.#options.onChange();
  }

  #takeResponses(responses: StandardResponse[]): void {
    this.#kept = { ...this.#kept, responses };
    this.#responsesRevision += 1;
    this.write();
    this.#options.onChange();
  }

  #grow(channel: string): void {
    this.#revisions.set(channel, (this.#revisions.get(channel) ?? 0) + 1);
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
