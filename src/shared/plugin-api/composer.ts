import type { Contact } from '../domain/contact.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { OutboundContent } from '../domain/outbound.ts';
import type { Template } from '../domain/template.ts';

/** Why only notifications can go out: the time for free messages is over, or the customer has not written yet. */
export type ClosedWhy = 'closed' | 'never-opened';

/** Why what is written does not go out as the default notification, though it should; administrators are shown it. */
export interface NotificationMismatch {
  readonly code: string;
  /** With what to do about it. */
  readonly sentence: string;
  /** What the sentence names. */
  readonly values?: Readonly<Record<string, string>>;
}

/** How the composer is, with the one thing to do next (WA-3). */
export type ComposerMode =
  /** `onlyAnswers`: the customer asked not to be written to, and may be answered all the same. */
  | { readonly mode: 'write'; readonly onlyAnswers: boolean; readonly nextStep: 'write' }
  /** The window closes soon. */
  | { readonly mode: 'closing'; readonly closesAt: number; readonly nextStep: 'write' }
  /** What is written goes out as the default notification; what will really be sent is shown. */
  | { readonly mode: 'automatic'; readonly template: Template; readonly why: ClosedWhy; readonly nextStep: 'write' }
  /** Only notifications can go out. */
  | {
      readonly mode: 'notification';
      readonly why: ClosedWhy;
      readonly mismatch: NotificationMismatch | null;
      readonly nextStep: 'choose-notification';
    }
  | { readonly mode: 'opted-out'; readonly nextStep: 'wait' }
  | { readonly mode: 'group'; readonly nextStep: 'read' }
  | { readonly mode: 'offered'; readonly nextStep: 'accept' }
  | { readonly mode: 'done'; readonly nextStep: 'new-session' }
  /** In nobody's hands, or somebody else's. */
  | { readonly mode: 'elsewhere'; readonly nextStep: 'read' };

/** What the mode is made of at one moment. */
export interface ComposerSituation {
  readonly interaction: Interaction;
  readonly contact: Pick<Contact, 'consents'>;
  /** Who sits at the desk. */
  readonly agent: string;
  /** Server time, ms (SRV-2). */
  readonly now: number;
  /** Effective option values of the interaction. */
  readonly options: Readonly<Record<string, string>>;
  /** The channel's templates; undefined while they are not known. */
  readonly templates: readonly Template[] | undefined;
}

/** The part of a medium that decides how its composer is (WA-3). */
export interface ComposerRules {
  modeAt(situation: ComposerSituation): ComposerMode;
  /** The template of automatic notifications; undefined: they are not asked for, or do not work. */
  defaultTemplate(options: Readonly<Record<string, string>>, templates: readonly Template[]): Template | undefined;
  /** What really goes out for a text in mode `automatic`. */
  asNotification(text: string, template: Template): Extract<OutboundContent, { kind: 'template' }>;
  /**
   * Why automatic notifications are off although these options ask for them; undefined: they are not asked for, or work.
   */
  mismatch(options: Readonly<Record<string, string>>, templates: readonly Template[]): NotificationMismatch | undefined;
}
