import type { FileSource } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../../profiles/cloud-api.ts';
import { block, type Finding } from '../finding.ts';

export type MediaKind = keyof typeof cloudApi.media;

/** Extensions that a kind may have, without dot. */
export function extensionsOf(kind: MediaKind): readonly string[] {
  return Object.values(cloudApi.media[kind].types).flat();
}

/** A file's extension in small letters; empty for none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/** Whether there is a file, of a type that WhatsApp takes for what it is to be. */
export function checkFile(field: string, what: string, kind: MediaKind, file: FileSource | null): readonly Finding[] {
  if (!file) return [block('file-missing', field, `${what} has no ${kind}.`, `Choose the ${kind}.`)];
  const extensions = extensionsOf(kind);
  // An address need not end with a file's name; the provider looks at what it finds there.
  const extension = extensionOf(file.name);
  if (extensions.includes(extension) || (file.from === 'link' && extension === '')) return [];
  const sentence = `${file.name} cannot be sent as ${kind === 'image' || kind === 'audio' ? 'an' : 'a'} ${kind}.`;
  const types = extensions.join(', ');
  return [block('file-type', field, sentence, `Choose a file of type ${types}.`, { types })];
}
