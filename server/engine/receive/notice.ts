import type { Unit } from '../unit.ts';

/** Keeps what the provider told about an account, a number or a template, or what is not understood, whole. */
export async function keepNotice(unit: Unit, channel: string, field: string, value: unknown): Promise<void> {
  await unit.record(`channel:${channel}`, { kind: 'channel.notice', data: { channel, field, value: value ?? null } });
}
