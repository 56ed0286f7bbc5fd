import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  RESPONSE_FILES,
  RESPONSES,
  type ResponseLibrary,
  type ResponseLibrarySource,
  readResponseLibrary,
} from '#shared/options/responses/response-library.ts';
import { optionFolder } from './option-folder.ts';
import { optionFileNamesNow } from './option-image.ts';

/** Reads the standard responses of an options folder (WA-4): its sections, and the files in `responses/`, which are named. */
export function readResponses(
  folder: string,
  { reading, attributes }: Pick<ResponseLibrarySource, 'reading' | 'attributes'>,
): ResponseLibrary & { readonly files: readonly string[] } {
  const source = optionFolder(folder);
  const ids = [...optionFileNamesNow(folder, RESPONSES)].sort();
  const texts = ids.map((id) => ({ id, content: source.read(`${RESPONSES}/${id}.ini`) }));
  const library = readResponseLibrary({ reading, attributes, texts, sizeOf: (name) => sizeOf(folder, name) });
  return { ...library, files: ids.map((id) => `${RESPONSES}/${id}.ini`) };
}

function sizeOf(folder: string, name: string): number | undefined {
  const found = statSync(join(folder, ...RESPONSE_FILES.split('/'), name), { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}
