import { createContext, useContext } from 'react';
import type { InteractiveLimits } from '#shared/plugin-api/views.ts';
import type { Draft } from './draft.ts';

/** What every field of the builder needs. */
export interface Builder {
  readonly draft: Draft;
  readonly limits: InteractiveLimits;
  readonly change: (edit: (draft: Draft) => Draft) => void;
  /** What is wrong at a field, in words; undefined while nothing is. */
  readonly findingAt: (field: string) => string | undefined;
  /** Every field says what is wrong with it, also where nobody has been yet. */
  readonly telling: boolean;
  /** Gives the focus to a control of an entry, by `data-entry` and `data-control`, once it has been drawn. */
  readonly focusEntry: (entry: string, control: string) => void;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('useBuilder is used outside an InteractiveBuilder.');
  return builder;
}
