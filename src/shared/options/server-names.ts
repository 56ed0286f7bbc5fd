import { MAIN_SECTION } from './metadata.ts';
import { nearestName } from './nearest.ts';

/** Kinds of sections that carry a name of their own behind the dash. */
export const NAMED_SECTIONS = [
  'channel',
  'queue',
  'agent',
  'capacity-rule',
  'role',
  'business-attribute',
  'standard-response',
] as const;
export type NamedSection = (typeof NAMED_SECTIONS)[number];

const SINGLE_SECTIONS: readonly string[] = ['server', 'lifecycle', 'simulator'];

/** Splits `agent-kaa` into its kind and name; undefined for a section of no such kind, or without a name. */
export function splitSectionName(section: string): { readonly kind: NamedSection; readonly name: string } | undefined {
  for (const kind of NAMED_SECTIONS) {
    if (section.startsWith(`${kind}-`) && section.length > kind.length + 1) {
      return { kind, name: section.slice(kind.length + 1) };
    }
  }
  return undefined;
}

/** True for a section that belongs to the server or simulator, not to the options of the desktop. */
export function isServerSection(section: string): boolean {
  return SINGLE_SECTIONS.includes(section) || splitSectionName(section) !== undefined;
}

/** What a section that nobody knows may have been meant as. */
export function nearestSection(section: string): string | undefined {
  const single = nearestName(section, [...SINGLE_SECTIONS, MAIN_SECTION]);
  if (single !== undefined) return single;
  for (let dash = section.indexOf('-'); dash > 0; dash = section.indexOf('-', dash + 1)) {
    const kind = nearestName(section.slice(0, dash), NAMED_SECTIONS);
    if (kind !== undefined) return `${kind}-${section.slice(dash + 1) || 'NAME'}`;
  }
  const bare = nearestName(section, NAMED_SECTIONS);
  return bare === undefined ? undefined : `${bare}-NAME`;
}

/** A name that can stand in a web address and be a file's name. */
export function isPlainName(name: string): boolean {
  return name.length <= 200 && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
}

/** An agent's name may be an address, but never a path. */
export function isAgentName(name: string): boolean {
  return name.length <= 200 && !/[\\/:*?"<>|,\p{Cc}]/u.test(name) && !/^\.|[. ]$/.test(name);
}
