import { isDeepStrictEqual } from 'node:util';
import type { FileSource } from '#shared/domain/file-source.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';

/** The privilege a message needs for its file (ROLE-1); undefined: none. */
export function fileNeeds(
  content: OutboundContent,
  responses: readonly StandardResponse[],
): 'canSendFiles' | 'canChangeAttachmentsInNotification' | undefined {
  if (content.kind === 'file') return 'canSendFiles';
  if (content.kind !== 'template' || content.fill.file === null) return undefined;
  const { template, fill } = content;
  const given = filesOf(template, responses);
  // A notification that comes without a file of its own takes any.
  const isChanged = given.length > 0 && !given.some((file) => isDeepStrictEqual(file, fill.file));
  return isChanged ? 'canChangeAttachmentsInNotification' : undefined;
}

/** The files with which the library offers a notification. */
function filesOf(
  { name, language }: Extract<OutboundContent, { kind: 'template' }>['template'],
  responses: readonly StandardResponse[],
): readonly FileSource[] {
  return responses.flatMap(({ structure }) => {
    if (structure?.type !== 'notification') return [];
    const isOurs = structure.template.name === name && structure.template.language === language;
    return isOurs && structure.fill.file ? [structure.fill.file] : [];
  });
}
