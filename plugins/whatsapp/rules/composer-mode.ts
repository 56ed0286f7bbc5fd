import type { ClosedWhy, ComposerMode } from '#shared/plugin-api/composer.ts';
import { type Interaction, windowAt } from '#shared/plugin-api/domain.ts';
import type { DefaultNotificationState } from './default-notification.ts';
import { isGroup } from './group.ts';

/** From this long before the window closes on, the composer warns (WA-3), ms. */
export const CLOSING_SOON = 30 * 60_000;

export interface ComposerFacts {
  readonly interaction: Pick<Interaction, 'stage' | 'agent' | 'window'> & Partial<Pick<Interaction, 'attachedData'>>;
  /** Who sits at the desk. */
  readonly agent: string;
  /** Server time, ms (SRV-2). */
  readonly now: number;
  /** `whatsappsession.enable-free-msg-timespan-monitoring`. */
  readonly automatic: boolean;
  /** How the default notification stands; undefined while the templates are not known. */
  readonly notification: DefaultNotificationState | undefined;
  /** The customer asked not to be written to. */
  readonly optedOut: boolean;
}

/** Pure: the same facts give the same mode, and every state of the world has exactly one. */
export function composerMode(facts: ComposerFacts): ComposerMode {
  const { interaction, agent, now } = facts;
  if (interaction.stage === 'done') return { mode: 'done', nextStep: 'new-session' };
  if (interaction.stage === 'offered') return { mode: 'offered', nextStep: 'accept' };
  if (interaction.stage !== 'assigned' || interaction.agent !== agent) return { mode: 'elsewhere', nextStep: 'read' };
  if (isGroup(interaction)) return { mode: 'group', nextStep: 'read' };
  const window = windowAt(interaction.window, now);
  if (window.state !== 'open') return withoutWindow(facts, window.state === 'closed' ? 'closed' : 'never-opened');
  const { closesAt, remaining } = window;
  return remaining <= CLOSING_SOON
    ? { mode: 'closing', closesAt, nextStep: 'write' }
    : { mode: 'write', onlyAnswers: facts.optedOut, nextStep: 'write' };
}

function withoutWindow({ automatic, notification, optedOut }: ComposerFacts, why: ClosedWhy): ComposerMode {
  if (optedOut) return { mode: 'opted-out', nextStep: 'wait' };
  if (automatic && notification?.ok) {
    return { mode: 'automatic', template: notification.template, why, nextStep: 'write' };
  }
  const mismatch = automatic && notification ? (notification.ok ? null : notification.mismatch) : null;
  return { mode: 'notification', why, mismatch, nextStep: 'choose-notification' };
}
