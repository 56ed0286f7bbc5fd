import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { disposable } from '#shared/disposable.ts';
import type { SessionView } from '#shared/ipc/view.ts';
import { ok, refuse } from '#shared/result.ts';
import { InactivityLock } from './inactivity-lock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let clock: ManualClock;
let did: string[];
let idle: number;
let lockSystem: () => void;
let session: Pick<SessionView, 'phase'> & { status: { state: string } };
let options: Record<string, string>;
let isRefused: boolean;
let watch: InactivityLock;

beforeEach(() => {
  clock = new ManualClock();
  did = [];
  idle = 0;
  isRefused = false;
  session = { phase: 'signed-in', status: { state: 'ready' } };
  options = {
    'security.inactivity-timeout': '10',
    'security.inactivity-set-agent-not-ready': 'true',
    'security.inactivity-not-ready-reason': 'away',
    'security.session-lock-set-agent-not-ready': 'false',
  };
  watch = new InactivityLock({
    clock,
    presence: {
      idle: () => idle,
      onSessionLock(listener) {
        lockSystem = listener;
        return disposable(() => did.push('stopped'));
      },
    },
    option: (name) => options[name] ?? '',
    session: () => session as unknown as SessionView,
    async lock(reason) {
      did.push(`lock ${reason}`);
      return ok({});
    },
    async setState({ state, reason }) {
      did.push(`${state} ${reason ?? ''}`.trim());
      return isRefused ? refuse('not-connected', 'no line') : ok({});
    },
    onRefused: (message) => did.push(message),
  });
  watch.start();
});

describe('InactivityLock', () => {
  it('locks once when the time is over, and again after somebody was there', () => {
    idle = 10 * MINUTE;
    clock.advance(12 * SECOND);
    expect(did).toEqual(['lock inactivity', 'not-ready away']);
    idle = 0;
    clock.advance(6 * SECOND);
    idle = 10 * MINUTE;
    clock.advance(6 * SECOND);
    expect(did.filter((entry) => entry.startsWith('lock'))).toHaveLength(2);
  });

  it('does nothing while it is off, and while nobody is signed in', () => {
    idle = 100 * MINUTE;
    session.phase = 'signed-out';
    clock.advance(6 * SECOND);
    session.phase = 'signed-in';
    options['security.inactivity-timeout'] = '0';
    clock.advance(6 * SECOND);
    expect(did).toEqual([]);
  });

  it('takes an option that changed at once', () => {
    idle = 5 * MINUTE;
    clock.advance(6 * SECOND);
    expect(did).toEqual([]);
    options['security.inactivity-timeout'] = '5';
    options['security.inactivity-set-agent-not-ready'] = 'false';
    clock.advance(6 * SECOND);
    expect(did).toEqual(['lock inactivity']);
  });

  it('follows a lock of the system only where the option says so, and never locks the windows by it', () => {
    lockSystem();
    expect(did).toEqual([]);
    options['security.session-lock-set-agent-not-ready'] = 'true';
    lockSystem();
    expect(did).toEqual(['not-ready']);
  });

  it('tells when the server would not have the state', async () => {
    isRefused = true;
    idle = 10 * MINUTE;
    clock.advance(6 * SECOND);
    await Promise.resolve();
    await Promise.resolve();
    expect(did).toContain('no line');
  });

  it('looks no more once it is stopped', () => {
    watch.stop();
    idle = 10 * MINUTE;
    clock.advance(MINUTE);
    expect(did).toEqual(['stopped']);
  });
});
