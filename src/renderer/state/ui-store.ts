import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TemplateFill } from '#shared/domain/outbound.ts';
import type { TemplateKey } from '#shared/domain/template.ts';
import type { Notice } from '#shared/ipc/view.ts';

/** What the main area shows: the interactions, the settings, or a plug-in's view by its id. */
export type MainView = 'interactions' | 'settings' | `plugin:${string}`;

/** The sections of the settings, in their order. */
export const settingsSections = ['options', 'appearance', 'keyboard', 'diagnostics', 'plugins', 'about'] as const;
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
  /** What the next message of an interaction quotes, while it is written. */
  readonly quotes: ReadonlyMap<string, Quote>;
  /** Where the notification editor is open (UI-7); null: nowhere. */
  readonly notificationEditor: { readonly interactionId: string; readonly preset: NotificationPreset | null } | null;
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
    quotes: new Map(),
    notificationEditor: null,
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

/** Closes the notification editor and leads back to the composer. */
export function closeNotificationEditor(store: UiStore): void {
  store.setState(({ composerFocus }) => ({ notificationEditor: null, composerFocus: composerFocus + 1 }));
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
