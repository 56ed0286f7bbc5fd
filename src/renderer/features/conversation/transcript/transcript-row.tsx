import { MessageView } from '../message/message-view.tsx';
import { SystemLine } from '../message/system-line.tsx';
import { DaySeparator } from './day-separator.tsx';
import { SessionHeader } from './session-header.tsx';
import type { TranscriptRow as Row } from './session-rows.ts';

/** One row of a transcript. */
export function TranscriptRow({ row, marked }: { readonly row: Row; readonly marked: boolean }) {
  if (row.kind === 'day') return <DaySeparator at={row.at} />;
  if (row.kind === 'session') return <SessionHeader row={row} />;
  const { direction, kind } = row.message;
  if (direction === 'system' || kind === 'system') return <SystemLine row={row} />;
  return <MessageView row={row} marked={marked} />;
}
