import type { Contact } from '#shared/domain/contact.ts';
import type { Message } from '#shared/domain/message.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { Template, TemplateList } from '#shared/domain/template.ts';
import type { ReplydeskBridge } from '#shared/ipc/bridge.ts';
import type { SearchHit, Session } from '#shared/ipc/history.ts';
import type { OptionInfo, OptionList } from '#shared/ipc/option-list.ts';
import { type ResponseHabits, withFavourite, withUse } from '#shared/ipc/response-habits.ts';
import type { DeskChange, DeskUpdate, DeskView, InteractionView } from '#shared/ipc/view.ts';
import type { TrialAgent } from '#shared/protocol/login.ts';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { ok, type Refusal, type Result } from '#shared/result.ts';
import { openFailures } from '#shared/rules/open-failures.ts';

/** What a page under the harness is fed with; plain data. */
export interface SceneData {
  readonly view: DeskView;
  readonly transcripts?: Readonly<Record<string, readonly Message[]>>;
  /** Sessions before the one at hand, newest first, by interaction. */
  readonly earlier?: Readonly<Record<string, readonly Session[]>>;
  /** What `response.list` answers; none unless said. */
  readonly responses?: readonly StandardResponse[];
  /** By channel, what `template.list` answers; an empty list unless said. */
  readonly templates?: Readonly<Record<string, TemplateList>>;
  /** What a search in any transcript finds. */
  readonly hits?: readonly SearchHit[];
  readonly trialAgents?: readonly TrialAgent[];
  /** Whom a search finds, and how things stand with whoever is chosen. */
  readonly contacts?: readonly Contact[];
  readonly choices?: readonly ChannelChoice[];
  /** What `options.list` answers; none unless said. */
  readonly optionList?: OptionList;
  /** Channels and commands that are refused, with what they answer. */
  readonly refusals?: Readonly<Record<string, Refusal>>;
  /** Channels and commands that are never answered. */
  readonly silent?: readonly string[];
}

/** How a test works the page from outside. */
export interface Harness {
  push(...changes: DeskChange[]): void;
  /** The provider pauses a template of the channel `jungle`. */
  pause(name: string, reason: string): void;
  /** Every request the page made. */
  readonly requests: readonly { readonly channel: string; readonly params: unknown }[];
}

declare global {
  interface Window {
    installFakeBridge?: (scene: SceneData) => void;
    harness?: Harness;
  }
}

/** A main process of paper: keeps the picture, answers from it, and pushes what a command would change. */
class FakeMain implements ReplydeskBridge, Harness {
  readonly requests: { channel: string; params: unknown }[] = [];
  readonly #scene: SceneData;
  readonly #listeners = new Set<(update: DeskUpdate) => void>();
  #view: DeskView;
  #optionList: OptionList;
  readonly #paused = new Map<string, Pick<Template, 'status' | 'reason'>>();

  constructor(scene: SceneData) {
    this.#scene = scene;
    this.#view = { ...scene.view, interactions: scene.view.interactions.map((view) => withFailures(view, scene)) };
    this.#optionList = scene.optionList ?? {
      options: [],
      diagnostics: [],
      folder: '/etc/replydesk',
      state: 'in-force',
    };
  }

  onUpdate(listener: (update: DeskUpdate) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  request(channel: string, params: unknown): Promise<Result<never>> {
    this.requests.push({ channel, params });
    const name = channel === 'command.run' ? (params as { command: string }).command : channel;
    if (this.#scene.silent?.includes(name)) return new Promise(() => undefined);
    const refusal = this.#scene.refusals?.[name];
    if (refusal) return Promise.resolve({ ok: false, error: refusal });
    return Promise.resolve(ok(this.#answer(name, params)) as Result<never>);
  }

  push(...changes: DeskChange[]): void {
    this.#view = { ...changes.reduce(fold, this.#view), version: this.#view.version + 1 };
    for (const listener of this.#listeners) listener({ version: this.#view.version, changes });
  }

  #answer(name: string, params: unknown): unknown {
    const given = params as Readonly<Record<string, string>>;
    switch (name) {
      case 'desk.view':
        return this.#view;
      case 'transcript.open':
        return { messages: this.#scene.transcripts?.[given.interactionId ?? ''] ?? [], hasOlder: false };
      case 'transcript.older':
        return { messages: [], hasOlder: false };
      case 'transcript.earlier':
        return { sessions: this.#scene.earlier?.[given.interactionId ?? ''] ?? [], hasEarlier: false };
      case 'transcript.search':
        return this.#scene.hits ?? [];
      case 'session.trial-agents':
        return this.#scene.trialAgents ?? [];
      case 'options.list':
        return this.#optionList;
      case 'option.set':
        this.#setOption(given.name ?? '', (option) => withChoice(option, given.value ?? ''), given.value ?? '');
        return {};
      case 'option.reset':
        this.#setOption(given.name ?? '', withoutChoice, '');
        return {};
      case 'list.arrange':
        this.push({ type: 'arrangement', arrangement: params as DeskView['arrangement'] });
        return {};
      case 'template.list':
      case 'template.refresh':
        return this.#templates(given.channel ?? '');
      case 'contact.find':
        return { contacts: this.#scene.contacts ?? [], hasMore: false };
      case 'session.choices':
        return { contact: null, choices: this.#scene.choices ?? [] };
      case 'response.list':
        return { responses: this.#scene.responses ?? [] };
      case 'response.used':
        this.#setHabits(withUse(this.#view.responseHabits, given.id ?? ''));
        return {};
      case 'response.favourite': {
        const { id, on } = params as { id: string; on: boolean };
        this.#setHabits(withFavourite(this.#view.responseHabits, id, on));
        return {};
      }
      case 'notice.dismiss':
        this.push({ type: 'notices', notices: this.#view.notices.filter(({ id }) => id !== given.id) });
        return {};
      case 'agent.set-state':
        this.#setState((params as { params: { state: 'ready'; reason?: string } }).params);
        return {};
      default:
        return {};
    }
  }

  #templates(channel: string): TemplateList {
    const list = this.#scene.templates?.[channel] ?? { channel, templates: [], refreshedAt: null, error: null };
    const templates = list.templates.map((one) => ({ ...one, ...this.#paused.get(one.name) }));
    return { ...list, templates };
  }

  pause(name: string, reason: string): void {
    this.#paused.set(name, { status: 'paused', reason });
    this.push({ type: 'library', library: { templates: { jungle: this.#paused.size }, responses: 0 } });
  }

  #setHabits(responseHabits: ResponseHabits): void {
    this.push({ type: 'response-habits', responseHabits });
  }

  /** `text` counts for an option the list does not have. */
  #setOption(name: string, change: (option: OptionInfo) => OptionInfo, text: string): void {
    const options = this.#optionList.options.map((option) => (option.name === name ? change(option) : option));
    this.#optionList = { ...this.#optionList, options };
    const value = options.find((option) => option.name === name)?.value.text ?? text;
    this.push({
      type: 'options',
      options: { ...this.#view.options, [name]: value },
      revision: this.#view.optionsRevision + 1,
    });
  }

  #setState({ state, reason = '' }: { readonly state: 'ready'; readonly reason?: string }): void {
    const { session } = this.#view;
    if (!session.status) return;
    this.push({
      type: 'session',
      session: { ...session, status: { ...session.status, state, reason, since: Date.now() } },
    });
  }
}

/** An option once the agent has chosen: what they had chosen before is forgotten. */
function withChoice(option: OptionInfo, text: string): OptionInfo {
  const { value, overrode } = option;
  return {
    ...option,
    value: { text, layer: 'preferences', layerName: 'kaa', file: 'kaa.ini', line: 1 },
    overrode: value.layer === 'preferences' ? overrode : [...overrode, value],
  };
}

/** An option once the agent's choice is taken back. */
function withoutChoice(option: OptionInfo): OptionInfo {
  const value = option.overrode.at(-1);
  if (option.value.layer !== 'preferences' || !value) return option;
  return { ...option, value, overrode: option.overrode.slice(0, -1) };
}

/** What of an interaction failed, as main would say. */
function withFailures(view: InteractionView, { transcripts }: SceneData): InteractionView {
  const messages = transcripts?.[view.interaction.id];
  return messages ? { ...view, failures: openFailures(messages) } : view;
}

function fold(view: DeskView, change: DeskChange): DeskView {
  switch (change.type) {
    case 'session':
      return { ...view, session: change.session };
    case 'connection':
      return { ...view, connection: change.connection };
    case 'options':
      return { ...view, options: change.options, optionsRevision: change.revision };
    case 'response-habits':
      return { ...view, responseHabits: change.responseHabits };
    case 'arrangement':
      return { ...view, arrangement: change.arrangement };
    case 'notices':
      return { ...view, notices: change.notices };
    case 'plugins':
      return { ...view, plugins: change.plugins };
    case 'interaction-removed':
      return {
        ...view,
        interactions: view.interactions.filter(({ interaction }) => interaction.id !== change.interactionId),
      };
    case 'interaction': {
      const { id } = change.interaction.interaction;
      return {
        ...view,
        interactions: [...view.interactions.filter(({ interaction }) => interaction.id !== id), change.interaction],
      };
    }
    default:
      return view;
  }
}

window.installFakeBridge = (scene) => {
  const main = new FakeMain(scene);
  Object.assign(window, {
    replydesk: {
      request: (channel: string, params: unknown) => main.request(channel, params),
      onUpdate: (listener: (update: DeskUpdate) => void) => main.onUpdate(listener),
    },
    harness: main,
  });
};
