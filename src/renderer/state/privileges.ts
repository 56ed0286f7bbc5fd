import { channelPrivilege } from '#shared/options/privileges.ts';
import { useInteraction, usePrivilege } from './hooks.ts';

/** The privileges by which pages show or leave out a control (ROLE-1); the server checks each of them itself. */
export const privileges = {
  accept: 'InteractionWorkspace.WorkItem.canUse',
  decline: 'InteractionWorkspace.WorkItem.canDecline',
  markDone: 'InteractionWorkspace.WorkItem.canMarkDone',
  setDisposition: 'InteractionWorkspace.WorkItem.canSetDisposition',
  contact: 'InteractionWorkspace.Contact.canUse',
  note: 'InteractionWorkspace.Contact.canUseNote',
} as const;

/** Whether the agent may write notes; seeing contacts is part of it. */
export function useMayNote(): boolean {
  const contact = usePrivilege(privileges.contact);
  const note = usePrivilege(privileges.note);
  return contact && note;
}

/** Whether the agent may answer on the interaction's channel, and by which privilege. */
export function useReplyPrivilege(interactionId: string): { readonly granted: boolean; readonly name: string } {
  const channel = useInteraction(interactionId)?.interaction.channel ?? '';
  const name = channelPrivilege(channel, 'canReply');
  return { granted: usePrivilege(name), name };
}
