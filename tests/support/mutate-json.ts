import fc from 'fast-check';

/** How one place of a JSON document is spoiled. */
export interface Mutation {
  /** Chooses the place. */
  readonly at: number;
  readonly how: 'delete' | 'replace' | 'repeat' | 'wrap' | 'retype' | 'empty';
  readonly value: unknown;
}

export const arbitraryMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    at: fc.nat(10_000),
    how: fc.constantFrom('delete', 'replace', 'repeat', 'wrap', 'retype', 'empty'),
    value: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('\u0000', '\ud800', '9'.repeat(400), -1, 1e308, '', ' ', '__proto__', {
        constructor: 'x',
        toString: 7,
      }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

/** A spoiled copy of a JSON document. */
export function mutate(document: unknown, mutations: readonly Mutation[]): unknown {
  const root: unknown[] = [structuredClone(document)];
  for (const mutation of mutations) {
    const places = placesIn(root);
    const place = places[mutation.at % places.length];
    if (place) spoil(place, mutation);
  }
  return root[0];
}

function placesIn(holder: Place['holder']): readonly Place[] {
  const keys = Array.isArray(holder) ? holder.map((_, index) => index) : Object.keys(holder);
  return keys.flatMap((key) => {
    const value = read({ holder, key });
    const inner = typeof value === 'object' && value !== null ? placesIn(value as Place['holder']) : [];
    return [{ holder, key }, ...inner];
  });
}

function read({ holder, key }: Place): unknown {
  return (holder as Record<string | number, unknown>)[key];
}

function write({ holder, key }: Place, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value;
}

function spoil(place: Place, mutation: Mutation): void {
  const { holder, key } = place;
  const current = read(place);
  if (mutation.how === 'delete' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (mutation.how === 'delete') delete (holder as Record<string, unknown>)[key];
  else if (mutation.how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(current));
  else write(place, spoiled(current, mutation));
}

function spoiled(current: unknown, { how, value }: Mutation): unknown {
  switch (how) {
    case 'repeat':
      return [current, structuredClone(current)];
    case 'wrap':
      return { wrapped: current };
    case 'retype':
      return typeof current === 'string' ? Number(current) || 0 : (JSON.stringify(current) ?? '');
    case 'empty':
      return typeof current === 'string' ? '' : Array.isArray(current) ? [] : {};
    default:
      return value;
  }
}
