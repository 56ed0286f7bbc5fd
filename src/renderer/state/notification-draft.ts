import type { Template } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';

/** A notification that is being written over an interaction; kept while its editor is closed. */
export interface NotificationDraft {
  /** As it was when it was chosen: shown on when the provider takes it away. */
  readonly template: Template;
  readonly fill: TemplateFill;
  /** It came with this file; changing it needs a privilege. */
  readonly hasOwnFile: boolean;
  /** Fields the agent has been in: only these say what is wrong. */
  readonly touched: readonly string[];
  /** Send was pressed: all fields say what is wrong. */
  readonly pressed: boolean;
  /** What was filled into templates that were chosen before, by `name language`. */
  readonly left: Readonly<Record<string, TemplateFill>>;
}
