import type { Contact } from '../domain/contact.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Template } from '../domain/template.ts';

/** What a medium looks at when it says whether a message may leave (WA-2). Times are server time, ms. */
export interface ContentFacts {
  readonly interaction: Pick<Interaction, 'stage' | 'window'> & Partial<Pick<Interaction, 'attachedData' | 'channel'>>;
  /** Who it goes to, and what they allow. Left out: nothing is said about it. */
  readonly contact?: Pick<Contact, 'identities' | 'consents'>;
  readonly now: number;
  /** That of a notification; null when the provider has none such. Left out: not known, and nothing is said about it. */
  readonly template?: Template | null;
  /** Whether the agent may send this very file (ROLE-1). Left out: they may. */
  readonly mayAttach?: boolean;
}

/** One thing that is wrong with a message or a template, in the page's language. */
export interface ContentFinding {
  /**
   * Where it is shown: `message` for the whole, `template`, else the way to the field, such as `fill.body.name`,
   * `fill.file`, `interactive.sections.0.rows.1.title`, and for templates `name`, `body.examples.1`, `buttons.0.url`.
   */
  readonly field: string;
  readonly severity: 'blocking' | 'warning';
  /** What is wrong and what to do about it. */
  readonly sentence: string;
}
