import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleResponse } from './samples.ts';
import { type Category, categoryTree } from './tree.ts';

function countIn({ categories, responses }: Category): number {
  return responses.length + categories.reduce((sum, category) => sum + countIn(category), 0);
}

describe('categoryTree', () => {
  it('makes levels of slashes, each in order of name', () => {
    const { categories, responses } = categoryTree(
      ['Support/Shipping', '', 'Greetings', 'Support', 'Support/Order 10', 'Support/Order 9'].map((category) =>
        sampleResponse({ id: category, category }),
      ),
      'en',
    );
    expect(responses.map(({ id }) => id)).toEqual(['']);
    expect(categories.map(({ name }) => name)).toEqual(['Greetings', 'Support']);
    expect(categories[1]?.responses.map(({ id }) => id)).toEqual(['Support']);
    expect(categories[1]?.categories.map(({ name, path }) => [name, path])).toEqual([
      ['Order 9', 'Support/Order 9'],
      ['Order 10', 'Support/Order 10'],
      ['Shipping', 'Support/Shipping'],
    ]);
  });

  it('has every response once', () => {
    const part = fc.constantFrom('A', 'B', 'C');
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 4 })), (paths) => {
        const responses = paths.map((path, nth) => sampleResponse({ id: String(nth), category: path.join('/') }));
        expect(countIn(categoryTree(responses, 'en'))).toBe(responses.length);
      }),
    );
  });
});
