import type { Contact } from '#shared/domain/contact.ts';

/** Attributes with a name of their own in the catalogue, in the order they are shown (OPT-6). */
export const namedAttributes = ['Title', 'FirstName', 'LastName', '_msg_ProfileNickname', 'EmailAddress'] as const;
export type NamedAttribute = (typeof namedAttributes)[number];

export interface ContactAttribute {
  readonly key: string;
  readonly value: string;
}

export function isNamed(key: string): key is NamedAttribute {
  return (namedAttributes as readonly string[]).includes(key);
}

/** What is known of a contact besides name and number: named attributes first, then the others as they are. */
export function attributesOf({ attributes }: Contact): readonly ContactAttribute[] {
  const shown = Object.entries(attributes).filter(([key, value]) => key !== 'PhoneNumber' && value.trim() !== '');
  const others = shown.filter(([key]) => !isNamed(key) && !key.startsWith('_'));
  const named = namedAttributes.flatMap((key) => shown.filter(([name]) => name === key));
  return [...named, ...others].map(([key, value]) => ({ key, value }));
}
