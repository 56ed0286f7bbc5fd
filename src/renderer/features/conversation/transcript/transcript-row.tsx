import { memo } from 'react';
import { MessageView } from '../message/message-view.tsx';
import { SystemLine } from '../message/system-line.tsx';
import { DaySeparator } from './day-separator.tsx';
import { SessionHeader } from './session-header.tsx';
import { type TranscriptRow as Row, sameTranscriptRow } from './session-rows.ts';

export interface TranscriptRowProps {
  readonly row: Row;
  /** It was jumped to: it is marked for a moment. */
  readonly marked: boolean;
}

/** One row of a transcript. Rows are made anew with each change of the transcript; those that look the same stay. */
export const TranscriptRow = memo(
  function TranscriptRow({ row, marked }: TranscriptRowProps) {
    if (row.kind === 'day') return <DaySeparator at={row.at} />;
    if (row.kind === 'session') return <SessionHeader row={row} />;
    const { direction, kind } = row.message;
    if (direction === 'system' || kind === 'system') return <SystemLine row={row} />;
    return <MessageView row={row} marked={marked} />;
  },
  (a, b) => a.marked === b.marked && sameTranscriptRow(a.row, b.row),
);
