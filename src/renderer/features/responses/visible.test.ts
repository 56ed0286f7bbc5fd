import { describe, expect, it } from 'vitest';
import { sampleResponse } from './samples.ts';
import { inPreferredLanguage, visibleResponses } from './visible.ts';

const shipping = sampleResponse({ id: 'parcel.en', category: 'Support/Shipping', language: 'en' });
const ships = sampleResponse({ id: 'ships', category: 'Support/Ships', language: '' });
const greeting = sampleResponse({ id: 'hello.en', category: 'Greetings', language: 'en' });
const german = sampleResponse({ id: 'hello.de', category: 'Greetings', language: 'de' });
const brazilian = sampleResponse({ id: 'hello.pt_BR', category: 'Greetings', language: 'pt_BR' });
const all = [shipping, ships, greeting, german, brazilian];
const everything = { categories: ['$All$'], languages: ['$All$'] };

const ids = (responses: readonly { readonly id: string }[]) => responses.map(({ id }) => id);

describe('visibleResponses', () => {
  it('shows all of them by default', () => expect(visibleResponses(all, everything)).toEqual(all));

  it('shows a category with what is below it, and nothing beside it', () => {
    const limits = { ...everything, categories: ['support / shipping'] };
    expect(ids(visibleResponses(all, limits))).toEqual(['parcel.en']);
    expect(ids(visibleResponses(all, { ...everything, categories: ['Support'] }))).toEqual(['parcel.en', 'ships']);
  });

  it('shows the languages, and what is of every language', () => {
    expect(ids(visibleResponses(all, { ...everything, languages: ['de'] }))).toEqual(['ships', 'hello.de']);
    expect(ids(visibleResponses(all, { ...everything, languages: ['pt'] }))).toEqual(['ships', 'hello.pt_BR']);
  });

  it('shows nothing of what the option does not name', () => {
    expect(visibleResponses(all, { ...everything, categories: ['Elsewhere'] })).toEqual([]);
    expect(visibleResponses(all, { categories: [], languages: ['$All$'] })).toEqual([]);
  });
});

describe('inPreferredLanguage', () => {
  it('keeps the translation of the first language there is one in', () => {
    expect(ids(inPreferredLanguage(all, ['de', 'en']))).toEqual(['parcel.en', 'ships', 'hello.de']);
    expect(ids(inPreferredLanguage(all, ['fr', 'pt-BR']))).toEqual(['parcel.en', 'ships', 'hello.pt_BR']);
  });

  it('keeps all where no translation is in any of them, or none is known', () => {
    expect(inPreferredLanguage(all, ['fr'])).toEqual(all);
    expect(inPreferredLanguage(all, [])).toEqual(all);
  });
});
