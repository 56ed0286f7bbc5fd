import type { MessageKind } from '#shared/domain/message.ts';
import type { InboundContent } from '../driver.ts';
import type { LooseObject } from './loose.ts';

/** Reads one type's object; undefined when it does not hold what the type needs. */
export type ContentReader = (object: LooseObject, message: LooseObject) => InboundContent | undefined;

/** A content of the kind with nothing in it. */
export function blank(kind: MessageKind, text: string): InboundContent {
  return { kind, text, attachment: null, location: null, contacts: null, interactive: null };
}
