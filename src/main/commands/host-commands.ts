import { ok } from '#shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { CommandActions } from './command-registry.ts';

/**
 * The host's own last step of each command (PLG-5) and what it does. `onAccepted` runs when an interaction came into
 * the agent's hands.
 */
export function hostCommands(desk: Desk, onAccepted: (interactionId: string) => void): CommandActions {
  return {
    'agent.set-state': { step: 'set-state', run: (params) => desk.setAgentState(params) },
    'interaction.accept': {
      step: 'accept',
      async run(params) {
        const accepted = await desk.acceptOffer(params);
        if (accepted.ok) onAccepted(params.interactionId);
        return accepted;
      },
    },
    'interaction.reject': { step: 'reject', run: (params) => desk.rejectOffer(params) },
    'interaction.send': { step: 'enqueue', run: (params) => desk.send(params) },
    'interaction.retry': { step: 'enqueue', run: (params) => desk.retry(params) },
    'interaction.done': { step: 'mark-done', run: (params) => desk.done(params) },
    'application.restart': { step: 'restart', run: async () => ok({}) },
    'application.log-out': { step: 'log-out', run: () => desk.logOut() },
  };
}
