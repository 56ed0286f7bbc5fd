import type { Interaction } from '#shared/plugin-api/domain.ts';

/** Attached data of an interaction in a group: the group's id, set by the server. */
const GROUP_KEY = '_umsGroupId';

/** Whether the interaction is what is written in a group, rather than with one customer. */
export function isGroup({ attachedData }: Partial<Pick<Interaction, 'attachedData'>>): boolean {
  return (attachedData?.[GROUP_KEY] ?? '') !== '';
}
