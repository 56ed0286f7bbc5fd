import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Contact } from '#shared/domain/contact.ts';
import type { TemplateKey } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';
import type { Notice } from '#shared/ipc/view.ts';

/** What the main area shows: the interactions, the settings, or a plug-in's view by its id. */
export type MainView = 'interactions' | 'settings' | `plugin:${string}`;

/** The sections of the settings, in their order. */
export const settingsSections = [
  'options',
  'appearance',
  'keyboard',
  'templates',
  'diagnostics',
  'plugins',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** The message a reply will quote. */
export interface Quote {
  readonly messageId: string;
  readonly providerId: string;
  readonly sender: string;
  /** One line of it. */
  readonly text: string;
}

/** A notification to begin with, as a standard response brings it; its texts may hold field codes. */
export interface NotificationPreset {
  readonly template: TemplateKey;
  readonly fill: TemplateFill;
}

/** A session the agent wants to begin (WA-9). */
export interface NewSession {
  /** Whom with, and their name as the organisation shows it; null: the agent is asked. */
  readonly customer: { readonly contact: Contact; readonly name: string } | null;
  /** The channel to begin with; null: the first that will do. */
  readonly channel: string | null;
}

/** What only this page knows: where the agent is, and sentences that concern this page alone. */
export interface UiState {
  readonly view: MainView;
  /** The section of the settings that is shown, or was last. */
  readonly settings: SettingsSection;
  readonly selected: string | null;
  /** Grows whenever an interaction is opened, also the one that is open already. */
  readonly opened: number;
  /** Grows when the agent opened an interaction by keyboard: its composer takes the focus then. */
  readonly composerFocus: number;
  /** Grows when the agent asked for the standard responses by keys: their search takes the focus then. */
  readonly responsesWanted: number;
  /** What the next message of an interaction quotes, while it is written. */
  readonly quotes: ReadonlyMap<string, Quote>;
  /** Where the notification editor is open (UI-7); null: nowhere. */
  readonly notificationEditor: { readonly interactionId: string; readonly preset: NotificationPreset | null } | null;
  /** The interaction for which reply buttons, a list or a link are built (UI-7); null: none. */
  readonly interactiveBuilder: string | null;
  /** The session that is being begun in its dialog; null: none. */
  readonly newSession: NewSession | null;
  /** Refusals shown as notices beside those of main. */
  readonly notices: readonly Notice[];
}

export type UiStore = StoreApi<UiState>;

export function createUiStore(): UiStore {
  return createStore<UiState>()(() => ({
    view: 'interactions',
    settings: 'options',
    selected: null,
    opened: 0,
    composerFocus: 0,
    responsesWanted: 0,
    quotes: new Map(),
    notificationEditor: null,
    interactiveBuilder: null,
    newSession: null,
    notices: [],
  }));
}

/** Shows an interaction. `focus`: the agent came by keyboard, so the composer takes the focus. */
export function openInteraction(store: UiStore, interactionId: string, focus: boolean): void {
  store.setState((state) => ({
    view: 'interactions',
    selected: interactionId,
    opened: state.opened + 1,
    composerFocus: focus ? state.composerFocus + 1 : state.composerFocus,
  }));
}

/** Leads to the search in the standard responses, as soon as they are shown. */
export function wantResponses(store: UiStore): void {
  store.setState(({ responsesWanted }) => ({ responsesWanted: responsesWanted + 1 }));
}

/** Lets the next message of an interaction quote another, and leads to the composer; null takes it back. */
export function setQuote(store: UiStore, interactionId: string, quote: Quote | null): void {
  store.setState(({ quotes, composerFocus }) => ({
    quotes: withEntry(quotes, interactionId, quote),
    composerFocus: quote ? composerFocus + 1 : composerFocus,
  }));
}

/** Opens the notification editor over an interaction; without `preset`, as it was left there. */
export function openNotificationEditor(store: UiStore, interactionId: string, preset?: NotificationPreset): void {
  store.setState({ notificationEditor: { interactionId, preset: preset ?? null } });
}

/** What the notification editor was opened for stands in it: should it be drawn anew, what was written since counts. */
export function takeNotificationPreset(store: UiStore): void {
  store.setState(({ notificationEditor }) => ({
    notificationEditor: notificationEditor && { ...notificationEditor, preset: null },
  }));
}

/** Closes the notification editor and leads back to the composer. */
export function closeNotificationEditor(store: UiStore): void {
  store.setState(({ composerFocus }) => ({ notificationEditor: null, composerFocus: composerFocus + 1 }));
}

/** Opens the builder of reply buttons, lists and links, as it was left there. */
export function openInteractiveBuilder(store: UiStore, interactionId: string): void {
  store.setState({ interactiveBuilder: interactionId });
}

/** Closes the builder and leads back to the composer. */
export function closeInteractiveBuilder(store: UiStore): void {
  store.setState(({ composerFocus }) => ({ interactiveBuilder: null, composerFocus: composerFocus + 1 }));
}

/** Asks for what a session with the customer is begun with, or first whom with. */
export function openNewSession(
  store: UiStore,
  customer: NewSession['customer'] = null,
  channel: string | null = null,
): void {
  store.setState({ newSession: { customer, channel } });
}

export function closeNewSession(store: UiStore): void {
  store.setState({ newSession: null });
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V | null): ReadonlyMap<string, V> {
  const copy = new Map(map);
  if (value === null) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

export function showView(store: UiStore, view: MainView): void {
  store.setState({ view });
}

/** Shows a section of the settings. */
export function showSettings(store: UiStore, settings: SettingsSection): void {
  store.setState({ view: 'settings', settings });
}

/** Shows a sentence; one with the same id is replaced. */
export function addNotice(store: UiStore, notice: Notice): void {
  store.setState((state) => ({ notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] }));
}

export function dropNotice(store: UiStore, id: string): void {
  store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}
