import { describe, expect, it } from 'vitest';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { AttachedFile } from '#shared/ipc/unfinished.ts';
import { asListed, fileContent, filesOf, withFiles, withoutFile } from './attached.ts';

const picture = { name: 'parcel.png', mimeType: 'image/png', size: 2000 };
const response: StandardResponse = {
  ...{
    id: 'parcel',
    name: 'Parcel',
    category: '',
    language: '',
    shortcut: '',
    text: 'Here',
    structure: null,
    faults: [],
  },
  files: [picture],
  missingFiles: ['map.pdf'],
};
const [there, missing] = filesOf(response) as [AttachedFile, AttachedFile];

describe('files of a response', () => {
  it('says which of them are missing', () => {
    expect(there).toEqual({ responseId: 'parcel', name: 'parcel.png', file: picture });
    expect(missing).toEqual({ responseId: 'parcel', name: 'map.pdf', file: null });
  });

  it('are attached once, in their order, and taken away one by one', () => {
    const attached = withFiles(withFiles([], [there]), [missing, there]);
    expect(attached.map(({ name }) => name)).toEqual(['parcel.png', 'map.pdf']);
    expect(withoutFile(attached, there)).toEqual([missing]);
  });

  it('are those of one response each, whatever others call theirs', () => {
    expect(withFiles([there], [{ ...there, responseId: 'other' }])).toHaveLength(2);
  });

  it('follow the library', () => {
    const map = { name: 'map.pdf', mimeType: 'application/pdf', size: 9 };
    expect(asListed([missing], [{ ...response, files: [map] }])).toEqual([{ ...missing, file: map }]);
    expect(asListed([there], [{ ...response, files: [] }])).toEqual([{ ...there, file: null }]);
    expect(asListed([there], [])).toEqual([{ ...there, file: null }]);
  });

  it.each([
    ['image/png', 'image'],
    ['image/webp', 'sticker'],
    ['video/3gpp', 'video'],
    ['audio/ogg', 'audio'],
    ['application/pdf', 'document'],
    ['text/plain', 'document'],
  ])('of type %s leave as %s', (mimeType, mediaKind) => {
    expect(fileContent(there, { ...picture, mimeType })).toEqual({
      kind: 'file',
      mediaKind,
      file: { from: 'library', responseId: 'parcel', name: 'parcel.png' },
    });
  });
});
