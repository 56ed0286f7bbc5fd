import { powerMonitor } from 'electron';
import { disposable } from '#shared/disposable.ts';
import type { Presence } from './inactivity-lock.ts';

/** The person in front of this computer, as the operating system knows. */
export const systemPresence: Presence = {
  idle: () => powerMonitor.getSystemIdleTime() * 1000,
  onSessionLock(listener) {
    powerMonitor.on('lock-screen', listener);
    return disposable(() => powerMonitor.off('lock-screen', listener));
  },
};
