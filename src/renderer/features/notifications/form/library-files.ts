import type { FileSource } from '#shared/domain/file-source.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { MediaFormat } from '#shared/domain/template.ts';

/** A file of the library that can be a header. */
export interface LibraryFile {
  /** Tells it from the others of the library. */
  readonly id: string;
  readonly file: Extract<FileSource, { from: 'library' }>;
  /** Of the response it belongs to. */
  readonly response: string;
}

/** The library's files that a header of this format can be, by name. */
export function libraryFiles(responses: readonly StandardResponse[], format: MediaFormat): readonly LibraryFile[] {
  return responses
    .flatMap(({ id, name, files }) =>
      files
        .filter(({ mimeType }) => formatOf(mimeType) === format)
        .map((file) => ({
          id: `${id}/${file.name}`,
          file: { from: 'library' as const, responseId: id, name: file.name },
          response: name,
        })),
    )
    .sort((a, b) => a.file.name.localeCompare(b.file.name));
}

function formatOf(mimeType: string): MediaFormat | undefined {
  const [type] = mimeType.split('/');
  if (type === 'image' || type === 'video') return type;
  return type === 'audio' ? undefined : 'document';
}
