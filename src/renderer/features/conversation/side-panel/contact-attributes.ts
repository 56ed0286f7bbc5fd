import type { Contact } from '#shared/domain/contact.ts';

/** Attributes with a name of their own in the catalogue, in the order they are shown without the option (OPT-5). */
export const namedAttributes = ['Title', 'FirstName', 'LastName', '_msg_ProfileNickname', 'EmailAddress'] as const;
export type NamedAttribute = (typeof namedAttributes)[number];

export interface ContactAttribute {
  readonly key: string;
  readonly value: string;
}

export function isNamed(key: string): key is NamedAttribute {
  return (namedAttributes as readonly string[]).includes(key);
}

const digits = (text: string): string => text.replace(/\D/g, '');

/**
 * The attributes of a contact named by `keys`, in their order (`contact.displayed-attributes`); empty ones say nothing.
 * The phone number is left out where it is the `number` that stands under the name already.
 */
export function attributesOf(
  { attributes }: Pick<Contact, 'attributes'>,
  keys: readonly string[],
  number: string | undefined,
): readonly ContactAttribute[] {
  return [...new Set(keys)].flatMap((key) => {
    const value = Object.hasOwn(attributes, key) ? (attributes[key] ?? '') : '';
    if (value.trim() === '') return [];
    if (key === 'PhoneNumber' && number !== undefined && digits(number) === digits(value)) return [];
    return [{ key, value }];
  });
}
