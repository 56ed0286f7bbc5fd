import type { FileSource } from '#shared/domain/file-source.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { MediaFormat } from '#shared/domain/template.ts';
import type { InteractiveType } from './draft.ts';

export type HeaderFormat = 'none' | 'text' | MediaFormat;

const files: readonly MediaFormat[] = ['image', 'video', 'document'];

/** What a header can be; `now`, which may be what cannot be chosen any more, always is among them. */
export function headerFormats(type: InteractiveType, mayHaveFile: boolean, now: HeaderFormat): readonly HeaderFormat[] {
  const formats: readonly HeaderFormat[] =
    type === 'list' || !mayHaveFile ? ['none', 'text'] : ['none', 'text', ...files];
  return formats.includes(now) ? formats : [...formats, now];
}

export interface HeaderFile {
  /** Tells it from the others of the library. */
  readonly id: string;
  readonly source: Extract<FileSource, { from: 'library' }>;
  /** Name of the response it belongs to. */
  readonly response: string;
}

/** The library's files that can be a header of this format, by name. */
export function headerFiles(responses: readonly StandardResponse[], format: MediaFormat): readonly HeaderFile[] {
  return responses
    .flatMap((response) =>
      response.files
        .filter(({ mimeType }) => formatOf(mimeType) === format)
        .map(({ name }) => ({
          id: `${response.id}/${name}`,
          source: { from: 'library' as const, responseId: response.id, name },
          response: response.name,
        })),
    )
    .sort((a, b) => a.source.name.localeCompare(b.source.name));
}

function formatOf(mimeType: string): MediaFormat | undefined {
  const [type] = mimeType.split('/');
  if (type === 'image' || type === 'video') return type;
  return type === 'audio' ? undefined : 'document';
}
