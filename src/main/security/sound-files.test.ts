import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSound, soundNameIn } from './sound-files.ts';

it.each([
  ['app://replydesk/sounds/ring.wav', 'ring.wav'],
  ['app://replydesk/sounds/Kl%C3%A4ng%202.ogg', 'Kläng 2.ogg'],
  ['app://replydesk/sounds/..%2fapplication.wav', undefined],
  ['app://replydesk/sounds/..%5capplication.wav', undefined],
  ['app://replydesk/sounds/application.ini', undefined],
  ['app://replydesk/sounds/.hidden.wav', undefined],
  ['app://replydesk/sounds/%E0%A4%A.wav', undefined],
  ['app://replydesk/sounds/', undefined],
  ['app://replydesk.evil/sounds/ring.wav', undefined],
  ['app://replydesk/index.html', undefined],
])('%s names %s', (address, name) => expect(soundNameIn(address)).toBe(name));

it("takes the administrator's sound before the program's", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'replydesk-sounds-'));
  try {
    const [own, program] = [join(folder, 'own'), join(folder, 'program')];
    await mkdir(program);
    await writeFile(join(program, 'ring.wav'), 'program');
    expect(String(await readSound([own, program], 'ring.wav'))).toBe('program');
    await mkdir(own);
    await writeFile(join(own, 'ring.wav'), 'own');
    expect(String(await readSound([own, program], 'ring.wav'))).toBe('own');
    expect(await readSound([own, program], 'gong.wav')).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
