import { readMembers } from './channel-section.ts';
import { splitList } from './parsed.ts';
import type { Findings, SectionGroup } from './section-reading.ts';
import type { BusinessAttribute, BusinessAttributeValue, Member, RoleSettings } from './server-config.ts';

const FLAGS = { 'is-searchable': 'searchable', 'is-sortable': 'sortable', 'is-editable': 'editable' } as const;
const FLAG = /^(.+)\.(is-searchable|is-sortable|is-editable)$/;

/** Reads `[role-<name>]` (ROLE-1): `members`, and one line for each privilege. Only `allowed` grants. */
export function readRole(name: string, group: SectionGroup, findings: Findings): RoleSettings {
  const privileges: string[] = [];
  let members: readonly Member[] = [];
  for (const entry of group.entries) {
    if (entry.key === 'members') members = readMembers(splitList(entry.value), entry, findings, 'error');
    else if (entry.value === 'allowed') privileges.push(entry.key);
    else {
      const message = `${entry.key} of [${group.name}] is not granted, since its value is not the word allowed. Write allowed, or remove the line.`;
      findings.add({ ...entry, column: entry.valueColumn }, 'error', 'bad-value', message);
    }
  }
  return { name, members, privileges };
}

/**
 * Reads `[business-attribute-<Name>]` (OPT-6): `value = display name`, in order; `value.is-searchable`,
 * `value.is-sortable` and `value.is-editable` (true or false) may follow a value.
 */
export function readBusinessAttribute(name: string, group: SectionGroup, findings: Findings): BusinessAttribute {
  const values = new Map<string, BusinessAttributeValue>();
  for (const entry of group.entries) {
    const [, owner = '', flag] = FLAG.exec(entry.key) ?? [];
    const owned = values.get(owner);
    if (flag === undefined || !owned) {
      const displayName = entry.value === '' ? entry.key : entry.value;
      values.set(entry.key, { value: entry.key, displayName, searchable: false, sortable: false, editable: true });
    } else if (entry.value === 'true' || entry.value === 'false') {
      values.set(owner, { ...owned, [FLAGS[flag as keyof typeof FLAGS]]: entry.value === 'true' });
    } else {
      const message = `${entry.key} of [${group.name}] cannot be "${entry.value.slice(0, 60)}". Write true or false.`;
      findings.add({ ...entry, column: entry.valueColumn }, 'error', 'bad-value', message);
    }
  }
  return { name, values: [...values.values()] };
}
