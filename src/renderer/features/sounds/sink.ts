import type { Sound } from '#shared/options/sound.ts';

/** Names of no device of its own: what the system has chosen for a purpose. */
const CHOSEN_BY_SYSTEM = new Set(['', 'default', 'communications']);

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'groupId'>;

/**
 * Id of the output device a sound goes to; undefined is the system's own choice, which `primary` means. `secondary` is
 * the first device beside that: a loudspeaker where the system's is a headset. Where there is none, the primary rings.
 */
export function chooseSink(devices: readonly Device[], device: Sound['device']): string | undefined {
  if (device === 'primary') return undefined;
  const outputs = devices.filter(({ kind }) => kind === 'audiooutput');
  const primary = outputs.find(({ deviceId }) => deviceId === 'default');
  const others = outputs.filter(({ deviceId }) => !CHOSEN_BY_SYSTEM.has(deviceId));
  // The system's choice is listed twice: as itself, and as "default", with the same group.
  const beside = primary ? others.filter(({ groupId }) => groupId !== primary.groupId) : others.slice(1);
  return beside[0]?.deviceId;
}

export async function sinkFor(device: Sound['device']): Promise<string | undefined> {
  if (device === 'primary') return undefined;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return chooseSink(devices, device);
}
