import { z } from 'zod';

/** Times in REST are ISO 8601 in UTC (API-2). */
export const isoTimeSchema = z.iso.datetime().describe('ISO 8601, UTC');

/** Milliseconds since the epoch as REST says them. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The same for a time that may be absent. */
export function isoTimeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : isoTime(milliseconds);
}
