import type { Contact } from '../domain/contact.ts';
import type { Interaction } from '../domain/interaction.ts';
import { nearestName } from '../options/nearest.ts';
import { isVisible } from './visible-text.ts';

/** What the field codes of a standard response are filled in from (UI-6). */
export interface FieldFacts {
  readonly contact: Contact;
  /** Null where there is none yet, as before a session is begun. */
  readonly interaction: Pick<Interaction, 'id' | 'attachedData'> | null;
  readonly agent: { readonly name: string; readonly firstName: string; readonly lastName: string };
  /** The channel's display name. */
  readonly channel: string;
}

export interface ResolvedText {
  /** A code without a value stays as it is written, so that it is seen. */
  readonly text: string;
  /** Codes without a value, each once, as they are written: `$Contact.FirstName$`. */
  readonly unresolved: readonly string[];
}

/** `$Object.Field$`; prices such as `$5` and `US$` are none. */
const CODE = /\$([A-Za-z]+)\.([A-Za-z0-9_][A-Za-z0-9_.-]*)\$/g;

/** Contact attributes that every installation has (OPT-6). */
const CONTACT_ATTRIBUTES = [
  'Title',
  'FirstName',
  'LastName',
  'EmailAddress',
  'PhoneNumber',
  '_msg_ProfileNickname',
] as const;

/** The field codes there are by themselves; contact attributes that are declared come to them. */
export const fieldCodes: readonly string[] = [
  ...[...CONTACT_ATTRIBUTES, 'FullName', 'DisplayName'].map((field) => `$Contact.${field}$`),
  ...['FirstName', 'LastName', 'FullName', 'UserName'].map((field) => `$Agent.${field}$`),
  ...['Subject', 'Id', 'Channel'].map((field) => `$Interaction.${field}$`),
];

/** Where a field code stands in a text, from its first character to behind its last. */
export interface FieldCodePlace {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** The field codes of a text in their order, as often as they stand there. */
export function fieldCodePlaces(text: string): readonly FieldCodePlace[] {
  return [...text.matchAll(CODE)].map(({ 0: code, index }) => ({ code, start: index, end: index + code.length }));
}

/** The field codes of a text, each once, in the order in which they stand. */
export function fieldCodesIn(text: string): readonly string[] {
  return [...new Set(fieldCodePlaces(text).map(({ code }) => code))];
}

/** Fills in the field codes of a text. What a value says is not read for codes again: customers name themselves. */
export function resolveFields(text: string, facts: FieldFacts): ResolvedText {
  const unresolved = new Set<string>();
  const resolved = text.replace(CODE, (code, object: string, field: string) => {
    const value = fieldValue(object, field, facts) ?? '';
    if (isVisible(value)) return value.replace(/\s+/gu, ' ').trim();
    unresolved.add(code);
    return code;
  });
  return { text: resolved, unresolved: [...unresolved] };
}

/**
 * What is wrong with the field codes of a text, as they are written, with the one that may have been meant. Any key of
 * attached data can be asked for: `$AttachedData.OrderNumber$`. `attributes`: the declared contact attributes.
 */
export function unknownFieldCodes(
  text: string,
  attributes: readonly string[] = [],
): readonly { readonly code: string; readonly nearest: string | undefined }[] {
  const known = [...fieldCodes, ...attributes.map((name) => `$Contact.${name}$`)];
  return fieldCodesIn(text)
    .filter((code) => !known.includes(code) && !code.startsWith('$AttachedData.'))
    .map((code) => ({ code, nearest: nearestName(code, known) }));
}

function fieldValue(object: string, field: string, facts: FieldFacts): string | undefined {
  const { contact, interaction, agent } = facts;
  switch (object) {
    case 'Contact':
      return own(contact.attributes, field) ?? own(contactNames(contact), field);
    case 'Agent':
      return own({ ...agentNames(agent), UserName: agent.name }, field);
    case 'Interaction':
      return interactionField(field, facts);
    case 'AttachedData':
      return interaction ? own(interaction.attachedData, field) : undefined;
    default:
      return undefined;
  }
}

function interactionField(field: string, { interaction, channel }: FieldFacts): string | undefined {
  if (field === 'Channel') return channel;
  if (!interaction) return undefined;
  return field === 'Id' ? interaction.id : field === 'Subject' ? own(interaction.attachedData, field) : undefined;
}

function contactNames({ attributes, displayName }: Contact): Readonly<Record<string, string>> {
  return { FullName: joined(own(attributes, 'FirstName'), own(attributes, 'LastName')), DisplayName: displayName };
}

function agentNames({ firstName, lastName }: FieldFacts['agent']): Readonly<Record<string, string>> {
  return { FirstName: firstName, LastName: lastName, FullName: joined(firstName, lastName) };
}

function joined(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined && isVisible(name)).join(' ');
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
