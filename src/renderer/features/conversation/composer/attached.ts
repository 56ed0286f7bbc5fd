import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { ResponseFile, StandardResponse } from '#shared/domain/standard-response.ts';
import type { AttachedFile } from '#shared/ipc/unfinished.ts';

/** The files of a response, those that are missing among them. */
export function filesOf({ id, files, missingFiles = [] }: StandardResponse): readonly AttachedFile[] {
  return [
    ...files.map((file) => ({ responseId: id, name: file.name, file })),
    ...missingFiles.map((name) => ({ responseId: id, name, file: null })),
  ];
}

/** With these behind those that are there; none twice. */
export function withFiles(before: readonly AttachedFile[], added: readonly AttachedFile[]): readonly AttachedFile[] {
  return [...before, ...added.filter((file) => !before.some((one) => isSame(one, file)))];
}

/** Without one of them. */
export function withoutFile(before: readonly AttachedFile[], file: AttachedFile): readonly AttachedFile[] {
  return before.filter((one) => !isSame(one, file));
}

/** As the library has them now: one that was there may be missing, one that was missing may have come. */
export function asListed(
  attached: readonly AttachedFile[],
  responses: readonly StandardResponse[],
): readonly AttachedFile[] {
  return attached.map((one) => {
    const response = responses.find(({ id }) => id === one.responseId);
    const file = response?.files.find(({ name }) => name === one.name) ?? null;
    return { ...one, file };
  });
}

/** The message that brings it to the customer. */
export function fileContent({ responseId, name }: AttachedFile, { mimeType }: ResponseFile): OutboundContent {
  return { kind: 'file', mediaKind: mediaKindOf(mimeType), file: { from: 'library', responseId, name } };
}

type MediaKind = Extract<OutboundContent, { kind: 'file' }>['mediaKind'];

function mediaKindOf(mimeType: string): MediaKind {
  if (mimeType === 'image/webp') return 'sticker';
  const kind = mimeType.slice(0, mimeType.indexOf('/'));
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}

function isSame(one: AttachedFile, other: AttachedFile): boolean {
  return one.responseId === other.responseId && one.name === other.name;
}
