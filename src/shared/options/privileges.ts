/** A privilege a role can grant, or with `<channel>` in its name one of each channel (ROLE-1). */
export interface PrivilegeDeclaration {
  readonly name: string;
  /** One sentence: what whoever has it may do. */
  readonly description: string;
}

/** Stands for the name of a `[channel-<name>]` section. */
const CHANNEL = '<channel>';

const declare = (prefix: string, effects: Readonly<Record<string, string>>): readonly PrivilegeDeclaration[] =>
  Object.entries(effects).map(([name, description]) => ({ name: `${prefix}.${name}`, description }));

/** Use of the WhatsApp channels: be offered, accept and answer their interactions. */
export const WHATSAPP_PRIVILEGE = 'InteractionWorkspace.WhatsApp.canUse';

/** Attach files to what is sent. */
export const SEND_FILES_PRIVILEGE = 'InteractionWorkspace.WhatsApp.canSendFiles';

const workItem = declare('InteractionWorkspace.WorkItem', {
  canUse: 'Accept interactions.',
  canDecline: 'Reject an interaction that is offered.',
  canOneStepTransfer: 'Hand an interaction over to somebody else.',
  canOneStepConference: 'Take somebody else into an interaction.',
  canConsult: 'Ask somebody else about an interaction without the customer seeing it.',
  canSetDisposition: 'Say how an interaction ended.',
  canMarkDone: 'End an interaction.',
  canMoveToWorkbin: 'Put an interaction into a workbin.',
  canPlaceOnHold: 'Put an interaction on hold.',
});

/** With roles on, the WhatsApp plug-in loads only for whoever has all of these (ROLE-1). */
export const workItemPrivileges: readonly string[] = workItem.map(({ name }) => name);

/** Every privilege there is (ROLE-1); one that is not here is a spelling mistake. */
export const privilegeDeclarations: readonly PrivilegeDeclaration[] = [
  ...declare('InteractionWorkspace.WhatsApp', {
    canUse: 'Use WhatsApp: without it the plug-in is not loaded, and nothing of its channels is offered.',
    canSendFiles: 'Attach files.',
    canChangeAttachmentsInNotification: 'Replace the attachment of a notification.',
    canChangeAttachmentsInReplyButton: 'Replace the attachment in the header of reply buttons.',
    canCreateNewSessionFromOtherMedia: "Start a WhatsApp session from another medium's interaction.",
  }),
  ...workItem,
  ...declare('InteractionWorkspace.Contact', {
    canUse: 'See contacts and their history; the other contact privileges need this one.',
    canCreate: 'Add contacts.',
    canEdit: 'Change contacts.',
    canDelete: 'Delete contacts.',
    canMerge: 'Merge contacts, and undo that.',
    canAssign: 'Assign an interaction to another contact.',
    canUseNote: 'Write notes about a contact.',
    canUseMyHistory: 'See the history of their own interactions.',
  }),
  ...declare('InteractionWorkspace', {
    'StandardResponse.canUse': 'Use standard responses.',
    'Workbin.canUseMy': 'Use their own workbins.',
    'Workbin.canUseTeam': 'Use the workbins of their groups.',
    'TeamCommunicator.canUse': 'Look for agents, groups and queues.',
    'CaseData.canEdit': 'Change case data.',
    'IM.canUse': 'Write to other agents.',
  }),
  ...declare(`Channel.${CHANNEL}`, {
    canReply: 'Answer customers of the channel; without it, what they write needs the approval of somebody else.',
    canApprove: 'Approve drafts of those who may not answer by themselves.',
    canDeleteFromPlatform: 'Delete messages at the provider.',
    canAssign: 'Assign an interaction of the channel to an agent.',
    canUnassign: 'Take an interaction of the channel away from an agent.',
    canStartOutbound: 'Start sessions on the channel.',
  }),
  ...declare('Supervisor', {
    canSeeQueues: 'See the queues and what waits in them.',
    canSeeAgents: 'See the agents and what they do.',
    canExport: 'Export interactions and reports.',
    canRevokeBinding: 'End the binding of a contact to an agent.',
  }),
  ...declare('Administrator', {
    canManageTemplates: 'Add, change and delete templates.',
    canSeeDiagnostics: 'See what desks report of their option files.',
  }),
];

export type ChannelPrivilege =
  | 'canReply'
  | 'canApprove'
  | 'canDeleteFromPlatform'
  | 'canAssign'
  | 'canUnassign'
  | 'canStartOutbound';

/** The name of a channel's privilege, such as `Channel.jungle.canReply`. */
export function channelPrivilege(channel: string, privilege: ChannelPrivilege): string {
  return `Channel.${channel}.${privilege}`;
}

/** Whether an agent has a privilege; null grants are access control off, which allows everything (ROLE-1). */
export function hasPrivilege(granted: readonly string[] | null, privilege: string): boolean {
  return granted === null || granted.includes(privilege);
}

/** The names of all privileges on these channels. */
export function privilegeNames(channels: readonly string[]): readonly string[] {
  return privilegeDeclarations.flatMap(({ name }) =>
    name.includes(CHANNEL) ? channels.map((channel) => name.replace(CHANNEL, () => channel)) : [name],
  );
}
