import { describe, expect, it } from 'vitest';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import { headerFiles, headerFormats } from './header.ts';

const file = (name: string, mimeType: string) => ({ name, mimeType, size: 1 });

function response(id: string, files: StandardResponse['files']): StandardResponse {
  const texts = { category: '', language: '', shortcut: '', text: '' } as const;
  return { id, name: `Response ${id}`, ...texts, files, structure: null, faults: [] };
}

const responses = [
  response('a', [file('map.jpg', 'image/jpeg'), file('terms.pdf', 'application/pdf'), file('hello.ogg', 'audio/ogg')]),
  response('b', [file('door.png', 'image/png'), file('tour.mp4', 'video/mp4'), file('map.jpg', 'image/jpeg')]),
];
const names = (format: 'image' | 'video' | 'document') => headerFiles(responses, format).map(({ id }) => id);

describe('headers', () => {
  it('are a text or a file, of a list a text alone', () => {
    expect(headerFormats('buttons', true, 'none')).toEqual(['none', 'text', 'image', 'video', 'document']);
    expect(headerFormats('list', true, 'none')).toEqual(['none', 'text']);
    expect(headerFormats('url', false, 'text')).toEqual(['none', 'text']);
  });

  it('keep what was chosen before it could not be chosen any more', () => {
    expect(headerFormats('list', true, 'image')).toEqual(['none', 'text', 'image']);
  });

  it("are the library's files of their kind, by name, and tell equal names apart", () => {
    expect(names('image')).toEqual(['b/door.png', 'a/map.jpg', 'b/map.jpg']);
    expect(names('video')).toEqual(['b/tour.mp4']);
    expect(names('document')).toEqual(['a/terms.pdf']);
  });
});
