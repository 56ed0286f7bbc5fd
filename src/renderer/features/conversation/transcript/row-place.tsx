import type { CustomItemComponentProps } from 'virtua';

/**
 * Where a row stands. The list hides a row until it has been measured, which is before it is painted: by opacity, for
 * `visibility` goes down to all that is in the row, whose styles were all worked out a second time (PRF-1).
 */
export function RowPlace({ ref, style: { visibility, ...style }, children }: CustomItemComponentProps) {
  return (
    <div ref={ref} style={visibility === 'hidden' ? { ...style, opacity: 0 } : style}>
      {children}
    </div>
  );
}
