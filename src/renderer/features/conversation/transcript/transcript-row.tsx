import { MessageView } from '../message/message-view.tsx';
import { SystemLine } from '../message/system-line.tsx';
import { DaySeparator } from './day-separator.tsx';
import type { Row } from './rows.ts';

/** One row of a transcript. */
export function TranscriptRow({ row, marked }: { readonly row: Row; readonly marked: boolean }) {
  if (row.kind === 'day') return <DaySeparator at={row.at} />;
  const { direction, kind } = row.message;
  if (direction === 'system' || kind === 'system') return <SystemLine row={row} />;
  return <MessageView row={row} marked={marked} />;
}
