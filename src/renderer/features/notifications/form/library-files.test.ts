import { expect, it } from 'vitest';
import { responseSamples } from '../../../../../tests/renderer-harness/template-samples.ts';
import { libraryFiles } from './library-files.ts';

it('offers the files of the library that a header can be, with the response they belong to', () => {
  const names = (format: 'image' | 'video' | 'document') =>
    libraryFiles(responseSamples, format).map(({ file, response }) => `${file.name} of ${response}`);
  expect(names('image')).toEqual(['rainy-season.jpg of Rainy season catalogue']);
  expect(names('document')).toEqual(['catalogue.pdf of Rainy season catalogue']);
  expect(names('video')).toEqual([]);
});
