import { createContext, type ReactNode, useContext } from 'react';
import type { Desk } from './desk.ts';

export const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The page's services: stores, client, sync, ticker, plug-in registries. */
export function useServices(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useServices is used outside DeskProvider.');
  return desk;
}
