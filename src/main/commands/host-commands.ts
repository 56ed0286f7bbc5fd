import { ok, refuse } from '#shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { CommandActions } from './command-registry.ts';

/** What commands do beside the desk. */
export interface Surroundings {
  /** An interaction came into the agent's hands. */
  readonly onAccepted: (interactionId: string) => void;
  /** Gives an interaction a window of its own. */
  readonly popOut: (interactionId: string) => void;
  /** Brings that window to the front, if there is one. */
  readonly raise: (interactionId: string) => void;
  /** Closes that window and shows the interaction in the main one. */
  readonly putBack: (interactionId: string) => void;
  /** Ends the program and starts it anew; what is pending is written first. */
  readonly restart: () => void;
}

/** The host's own last step of each command (PLG-5) and what it does. */
export function hostCommands(desk: Desk, surroundings: Surroundings): CommandActions {
  const { onAccepted, popOut, raise, putBack, restart } = surroundings;
  return {
    'agent.set-state': { step: 'set-state', run: (params) => desk.setAgentState(params) },
    'interaction.accept': {
      step: 'accept',
      async run(params) {
        const accepted = await desk.acceptOffer(params);
        // Nothing is put in front of an agent who has not asked for it: they may be writing to somebody else.
        if (accepted.ok && params.automatic !== true) onAccepted(params.interactionId);
        return accepted;
      },
    },
    'interaction.reject': { step: 'reject', run: (params) => desk.rejectOffer(params) },
    'interaction.send': { step: 'enqueue', run: (params) => desk.send(params) },
    'interaction.retry': { step: 'enqueue', run: (params) => desk.retry(params) },
    'interaction.done': { step: 'mark-done', run: (params) => desk.done(params) },
    'session.start': {
      step: 'start',
      async run(params) {
        const begun = await desk.outboundSessions.start(params);
        if (begun.ok) onAccepted(begun.value.interactionId);
        return begun;
      },
    },
    'interaction.pop-out': {
      step: 'open-window',
      async run({ interactionId }) {
        if (!isHeld(desk, interactionId)) return notHeld;
        popOut(interactionId);
        return ok({});
      },
    },
    'interaction.raise': {
      step: 'raise-window',
      async run({ interactionId }) {
        raise(interactionId);
        return ok({});
      },
    },
    'interaction.put-back': {
      step: 'close-window',
      async run({ interactionId }) {
        putBack(interactionId);
        return ok({});
      },
    },
    'application.lock': { step: 'lock', run: () => desk.lock('agent') },
    'application.log-out': { step: 'log-out', run: () => desk.logOut() },
    'application.restart': {
      step: 'restart',
      async run() {
        restart();
        return ok({});
      },
    },
  };
}

const notHeld = refuse(
  'not-yours',
  'This conversation is not in your hands (any more), so it gets no window of its own.',
);

function isHeld(desk: Desk, interactionId: string): boolean {
  const interaction = desk.interaction(interactionId);
  return interaction?.stage === 'assigned' && interaction.agent === desk.session.agent?.name;
}
