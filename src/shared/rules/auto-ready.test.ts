import { describe, expect, it } from 'vitest';
import { stateAfterSignIn } from './auto-ready.ts';

const after = (media: readonly string[], options: Readonly<Record<string, string>>) =>
  stateAfterSignIn(media, (name) => options[name] ?? (name.endsWith('.is-auto-ready') ? 'true' : ''));

describe('stateAfterSignIn', () => {
  it.each([
    ['is ready unless told otherwise', ['whatsappsession'], {}, { state: 'ready' }],
    ['stays as it is', ['whatsappsession'], { 'login.whatsappsession.is-auto-ready': 'False' }, undefined],
    [
      'takes the reason',
      ['whatsappsession'],
      { 'login.whatsappsession.is-auto-ready': 'false', 'login.whatsappsession.auto-not-ready-reason': 'training' },
      { state: 'not-ready', reason: 'training' },
    ],
    [
      'leaves a reason alone where the agent gets ready',
      ['whatsappsession'],
      { 'login.whatsappsession.auto-not-ready-reason': 'training' },
      { state: 'ready' },
    ],
    ['waits for every medium', ['voice', 'whatsappsession'], { 'login.voice.is-auto-ready': 'false' }, undefined],
    ['has nothing to be ready for', [], {}, undefined],
  ])('%s', (_, media, options, state) => expect(after(media, options)).toEqual(state));
});
