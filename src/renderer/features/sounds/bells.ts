import type { InteractionView, OptionsView } from '#shared/ipc/view.ts';
import { parseSound } from '#shared/options/sound.ts';
import type { DeskModel } from '../../state/desk-model.ts';
import { myInteractions, myOffers } from '../../state/selectors.ts';
import { hasNewWarning } from '../../state/warnings.ts';
import type { Wish } from './player-rule.ts';

/** What is to be heard after a change of the picture, and what is not any more. */
export interface Bells {
  readonly start: readonly Wish[];
  /** Keys of wishes. */
  readonly stop: readonly string[];
}

/** The sound of an offer, as text; undefined where its medium has none. */
export type RingOf = (view: InteractionView) => string | undefined;

/** The bells for a change from `before` to `after` (UI-2, `accessibility.*-bell`). */
export function bellsFor(before: DeskModel, after: DeskModel, ringOf: RingOf): Bells {
  const { start, stop } = offerBells(before, after, ringOf);
  // The first picture is no change: the agent is told of what happens, not of what was there.
  return before.loaded ? { start: [...start, ...changeBells(before, after)], stop } : { start, stop };
}

function offerBells(before: DeskModel, after: DeskModel, ringOf: RingOf): Bells {
  const keysBefore = new Set(myOffers(before).map(keyOf));
  const offers = myOffers(after);
  const keys = new Set(offers.map(keyOf));
  const fresh = offers.filter((view) => !keysBefore.has(keyOf(view)));
  return {
    start: fresh.flatMap((view) => wishFor(keyOf(view), ringOf(view))),
    stop: [...keysBefore].filter((key) => !keys.has(key)),
  };
}

function keyOf({ interaction }: InteractionView): string {
  return `offer:${interaction.offer?.id ?? interaction.id}`;
}

function changeBells(before: DeskModel, after: DeskModel): readonly Wish[] {
  const { options } = after;
  return [
    ...(agentChanged(before, after) ? wishFor('agent', options['accessibility.agent-state-change-bell']) : []),
    ...(interactionsChanged(before, after)
      ? wishFor('interaction', options['accessibility.interaction-state-change-bell'])
      : []),
    ...(isWarned(before, after) ? wishFor('warning', options['accessibility.warning-message-bell']) : []),
  ];
}

function agentChanged({ session: { status: was } }: DeskModel, { session: { status: is } }: DeskModel): boolean {
  return was !== null && is !== null && (was.state !== is.state || was.reason !== is.reason);
}

function interactionsChanged(before: DeskModel, after: DeskModel): boolean {
  if (before.interactions === after.interactions) return false;
  return stages(before) !== stages(after) && before.session.phase === after.session.phase;
}

/** Which interactions are offered to the agent and which are theirs. */
function stages(model: DeskModel): string {
  return [...myInteractions(model), ...myOffers(model)]
    .map(({ interaction }) => `${interaction.id} ${interaction.stage}`)
    .sort()
    .join();
}

/** A notice, a refusal that a page shows, or a message that failed. */
function isWarned(before: DeskModel, after: DeskModel): boolean {
  return (
    hasNewWarning(before.notices, after.notices) || before.warnings !== after.warnings || hasNewFailure(before, after)
  );
}

/** In interactions the agent has had: what comes with the first picture has failed before. */
function hasNewFailure(before: DeskModel, after: DeskModel): boolean {
  if (before.interactions === after.interactions) return false;
  return [...after.interactions].some(([id, { failures }]) => {
    const known = before.interactions.get(id)?.failures;
    return known !== undefined && failures.some((failed) => !known.includes(failed));
  });
}

/** None for an empty option, and for one that cannot be read: its text was checked where it came from. */
function wishFor(key: string, text: OptionsView[string] | undefined): readonly Wish[] {
  const sound = text === undefined || text === '' ? undefined : parseSound(text);
  return sound?.ok ? [{ key, sound: sound.value }] : [];
}
