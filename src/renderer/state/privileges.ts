import {
  channelPrivilege,
  hasPrivilege,
  SEND_FILES_PRIVILEGE,
  WHATSAPP_PRIVILEGE,
} from '#shared/options/privileges.ts';
import type { DeskModel } from './desk-model.ts';
import { useDesk, useInteraction, usePrivilege } from './hooks.ts';

/** The privileges by which pages show or leave out a control (ROLE-1); the server checks each of them itself. */
export const privileges = {
  accept: 'InteractionWorkspace.WorkItem.canUse',
  decline: 'InteractionWorkspace.WorkItem.canDecline',
  markDone: 'InteractionWorkspace.WorkItem.canMarkDone',
  setDisposition: 'InteractionWorkspace.WorkItem.canSetDisposition',
  channels: WHATSAPP_PRIVILEGE,
  createContact: 'InteractionWorkspace.Contact.canCreate',
  editContact: 'InteractionWorkspace.Contact.canEdit',
  contact: 'InteractionWorkspace.Contact.canUse',
  note: 'InteractionWorkspace.Contact.canUseNote',
  responses: 'InteractionWorkspace.StandardResponse.canUse',
  sendFiles: SEND_FILES_PRIVILEGE,
  manageTemplates: 'Administrator.canManageTemplates',
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

/** Whether the agent may record what contacts allow; seeing contacts is part of it. */
export function useMayEditContact(): boolean {
  const contact = usePrivilege(privileges.contact);
  const edit = usePrivilege(privileges.editContact);
  return contact && edit;
}

/** What is missing for beginning sessions on a channel (WA-9); undefined when nothing is. */
export function missingToBegin({ session }: Pick<DeskModel, 'session'>, channel: string): string | undefined {
  const needed = [
    privileges.channels,
    channelPrivilege(channel, 'canStartOutbound'),
    channelPrivilege(channel, 'canReply'),
  ];
  return needed.find((privilege) => !hasPrivilege(session.privileges, privilege));
}

/** Whether the agent may begin sessions on any channel. */
export function useMayBegin(): boolean {
  return useDesk((model) =>
    model.session.directory.channels.some(({ name }) => missingToBegin(model, name) === undefined),
  );
}
