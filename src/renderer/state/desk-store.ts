import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DeskModel, emptyModel } from './desk-model.ts';

/** Holds the one `DeskModel` of a page; `DeskSync` writes it, and `HistorySync` the sessions before those at hand. */
export type DeskStore = StoreApi<DeskModel>;

export function createDeskStore(initial: DeskModel = emptyModel): DeskStore {
  return createStore<DeskModel>()(() => initial);
}
