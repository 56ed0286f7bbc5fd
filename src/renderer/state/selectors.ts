import type { InteractionView } from '#shared/ipc/view.ts';
import type { DeskModel } from './desk-model.ts';

/** Name of the agent at this desk; null while nobody is logged in. */
export const agentName = (model: DeskModel): string | null => model.session.agent?.name ?? null;

/** Whether this desk runs on macOS, whose keys are other ones. */
export const isMac = (model: Pick<DeskModel, 'program'>): boolean => model.program.platform.startsWith('darwin');

/** The interactions in this agent's hands, in no order. */
export function myInteractions(model: DeskModel): readonly InteractionView[] {
  const agent = agentName(model);
  return [...model.interactions.values()].filter(
    ({ interaction }) => interaction.stage === 'assigned' && interaction.agent === agent,
  );
}

/** The interactions offered to this agent, the one that ends first on top. */
export function myOffers(model: DeskModel): readonly InteractionView[] {
  const agent = agentName(model);
  return [...model.interactions.values()]
    .filter(({ interaction }) => interaction.stage === 'offered' && interaction.offer?.agent === agent)
    .sort((a, b) => (a.interaction.offer?.deadline ?? 0) - (b.interaction.offer?.deadline ?? 0));
}

/** How many of this agent's customers wait for an answer. */
export function waitingCount(model: DeskModel): number {
  return myInteractions(model).filter(({ interaction }) => interaction.pendingSince !== null).length;
}

/** The channel's name as people read it. */
export function channelName(model: Pick<DeskModel, 'session'>, channel: string): string {
  return model.session.directory.channels.find(({ name }) => name === channel)?.displayName ?? channel;
}

/** The queue's name as people read it; null for none. */
export function queueName(model: Pick<DeskModel, 'session'>, queue: string | null): string | null {
  return model.session.directory.queues.find(({ name }) => name === queue)?.displayName ?? queue;
}
