import { z } from 'zod';

/** SRV-9: `"1"`, `"2"` … to what a session is started with; the channel is what counts here. */
const sessionConfigSchema = z.record(z.string(), z.looseObject({ _umsChannel: z.string().min(1) }));

/** The channels that `_umsOutboundSessionConfig` of an interaction names; undefined when it names none. */
export function channelsOfSessionConfig(text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text === '') return undefined;
  const read = sessionConfigSchema.safeParse(parseJson(text));
  if (!read.success) return undefined;
  const channels = Object.values(read.data).map(({ _umsChannel }) => _umsChannel);
  return channels.length === 0 ? undefined : [...new Set(channels)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
