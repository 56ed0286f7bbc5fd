import type { ComponentType, ReactNode } from 'react';
import type { Disposable } from '../disposable.ts';
import type { Contact } from '../domain/contact.ts';
import type { Interaction, ServiceWindow } from '../domain/interaction.ts';
import type { Message } from '../domain/message.ts';
import type { OutboundContent } from '../domain/outbound.ts';
import type { Template } from '../domain/template.ts';
import type { TemplateDraft } from '../protocol/library.ts';
import type { PendingThresholds } from '../rules/pending-response.ts';
import type { ContentFacts, ContentFinding } from './content.ts';

export type { ContentFacts, ContentFinding } from './content.ts';

import type { ComposerRules } from './composer.ts';

/** PLG-6: where a plug-in may put views. */
export type RegionName =
  | 'main.navigation'
  | 'main.view'
  | 'interaction.toolbar'
  | 'interaction.header'
  | 'interaction.above-composer'
  | 'interaction.side-panel'
  | 'interaction.case-data'
  | 'message.actions'
  | 'contact.card'
  | 'toast.body'
  | 'settings.section';

/** What a contributed component is given. */
export interface RegionProps {
  readonly interaction?: Interaction;
  readonly contact?: Contact;
  readonly message?: Message;
}

/** Declared facts a `when` condition may ask for. */
export interface RegionWhen {
  readonly mediaTypes?: readonly string[];
  readonly privilege?: string;
}

export interface RegionContribution {
  readonly id: string;
  readonly title: string;
  /** Lower stands first. */
  readonly order: number;
  readonly when?: RegionWhen;
  readonly component: ComponentType<RegionProps>;
}

/** How long a text may be, and how long it is; the composer shows bytes from 80 % on (UI-5). */
export interface TextSize {
  /** Bytes of UTF-8. */
  readonly used: number;
  readonly limit: number;
}

/** Why a message did not get through, for agents. */
export interface FailureWords {
  /** What happened and what to do. */
  readonly sentence: string;
  /** The same message may get through later. */
  readonly canRetry: boolean;
  /** What gets through instead (WA-7): a notification, or another one. Left out: nothing is known to. */
  readonly instead?: 'notification' | undefined;
}

/** Effective option values by full name, for one interaction. */
export type OptionValues = Readonly<Record<string, string>>;

/** How a transcript is to look beside the theme. */
export interface TranscriptLook {
  /** Px at a text size of 100 %. */
  readonly textSize: number;
  /** Colours of the texts, `#rrggbb`; empty is the theme's. The host keeps them readable on what they stand on. */
  readonly colours: Readonly<Record<'client' | 'agent' | 'system' | 'error', string>>;
}

/** What pages need for notifications and their templates (UI-7, WA-4). */
export interface NotificationViews {
  /** Why a template is not approved, in words; undefined where its status says all there is to say. */
  reason(template: Template): string | undefined;
  /** Why the provider did not do what was asked about templates, by its code; undefined where only its own words say it. */
  refused(code: string): string | undefined;
  /** A text as the value of a parameter: in one line. */
  oneLine(text: string): string;
  /** Everything the provider is known to refuse in a new or changed template. */
  checkDraft(draft: TemplateDraft): readonly ContentFinding[];
  /** The languages a template can have, as the provider writes them. */
  readonly languages: readonly string[];
}

/** Most characters and most entries of reply buttons, lists and links (UI-7). */
export interface InteractiveLimits {
  readonly header: number;
  readonly body: number;
  readonly footer: number;
  readonly buttons: { readonly count: number; readonly title: number };
  readonly list: {
    readonly button: number;
    readonly sections: number;
    readonly sectionTitle: number;
    readonly rows: number;
    readonly title: number;
    readonly description: number;
  };
  readonly link: { readonly title: number };
}

/** How a media type looks and behaves in pages. The host draws an unknown medium plainly without this. */
export interface MediaTypeViews {
  readonly mediaType: string;
  readonly displayName: string;
  readonly icon: ComponentType<{ readonly size?: number }>;
  /**
   * Message text with the medium's own formatting, as elements and never as HTML; links open by the host. `renderPlain`
   * draws the pieces between the marks, for the host to mark something in them.
   */
  renderText(text: string, renderPlain?: (text: string) => ReactNode): ReactNode;
  /** The text without marks, for one-line previews. */
  plainText(text: string): string;
  /** Body of a message of a kind the host does not draw itself; undefined leaves it to the host. */
  renderMessage?(message: Message): ReactNode | undefined;
  measureText(text: string, options: OptionValues): TextSize;
  pendingThresholds(options: OptionValues): PendingThresholds;
  /** Milliseconds between origin and arrival from which a message counts as delayed (UI-3). */
  delaySpan(options: OptionValues): number;
  /** Earlier sessions each "see older messages" brings; one of the same channel unless the medium says otherwise. */
  earlierSessions?(options: OptionValues): { readonly count: number; readonly allChannels: boolean };
  /** Whether the transcript goes to the end when a message arrives; true unless the medium says otherwise. */
  followsNewMessages?(options: OptionValues): boolean;
  /** The look of its transcripts; the theme's alone unless the medium says otherwise. */
  transcriptLook?(options: OptionValues): TranscriptLook;
  /** Seconds an entry of the list blinks after a new message, 0 until it is seen; undefined: it does not. */
  blinkSpan?(options: OptionValues): number | undefined;
  /** Whether the agent is asked before an interaction is marked done; false unless the medium says otherwise. */
  asksBeforeDone?(options: OptionValues): boolean;
  /** Seconds of preview after which an offer is accepted by itself; undefined: the agent decides. */
  autoAnswer?(options: OptionValues): number | undefined;
  /** Business attribute whose values are the emoji offered first; empty or undefined: none. */
  emojiAttribute?(options: OptionValues): string | undefined;
  /** The sound of an offer, `file|priority|duration|device`; empty or undefined: none. */
  ringingBell?(options: OptionValues): string | undefined;
  /** A failure in words for agents: what happened and what to do; undefined when the code is not known. */
  describeError(code: string): FailureWords | undefined;
  /** Why nothing can be sent in this interaction at all, in words; undefined when it can. */
  unanswerable?(interaction: Interaction): string | undefined;
  /** Everything that keeps a message from leaving, and what will not look as it should (WA-2). Left out: nothing. */
  checkContent?(content: OutboundContent, facts: ContentFacts): readonly ContentFinding[];
  /** A medium that has notifications: undefined for one that has none. */
  readonly notifications?: NotificationViews;
  /** A medium that has reply buttons, lists and links: undefined for one that has none. */
  readonly interactive?: InteractiveLimits;
  /** The window's state matters to this medium (customer service window). */
  readonly hasServiceWindow: boolean;
  /** The window as this desk goes by it: never longer than the server's (WA-1); the server's unless the medium says otherwise. */
  serviceWindow?(window: ServiceWindow | null, options: OptionValues): ServiceWindow | null;
  /** When what can be written; a medium without these can always be written in. */
  readonly composer?: ComposerRules;
}

export interface ViewContext {
  readonly regions: { register(region: RegionName, contribution: RegionContribution): Disposable };
  readonly mediaTypes: { register(views: MediaTypeViews): Disposable };
  readonly translations: {
    /** Adds the plug-in's texts of one language, by key; `{{name}}` stands for a value. */
    register(language: string, texts: Readonly<Record<string, string>>): Disposable;
    /** The text in the page's language, else in English; the key itself when no catalogue has it. */
    translate(key: string, values?: Readonly<Record<string, string | number>>): string;
  };
}

/** What the view entry of a bundled plug-in exports as `views`. */
export interface ViewPlugin {
  activate(context: ViewContext): void;
}
