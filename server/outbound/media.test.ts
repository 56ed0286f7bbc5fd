import { afterEach, describe, expect, it } from 'vitest';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import { assigned, type EngineKit, startEngine } from '../engine/testing.ts';
import type { LibraryFile } from '../library/library-files.ts';

const DAY = 24 * 3_600_000;
const leaf = { from: 'library', responseId: 'leaf', name: 'leaf.png' } as const;
const picture: OutboundContent = { kind: 'file', mediaKind: 'image', file: leaf };

let kit: EngineKit;
let onDisk: LibraryFile | undefined;
let interactionId: string;
let ids = 0;

async function start(): Promise<void> {
  onDisk = { path: '/files/leaf.png', mimeType: 'image/png', size: 10, modifiedAt: 1 };
  kit = await startEngine({ files: async (name) => (name === 'leaf.png' ? onDisk : undefined) });
  interactionId = await assigned(kit, 'kaa');
}
afterEach(() => kit.stop());

async function send(content: OutboundContent = picture): Promise<string> {
  ids += 1;
  const id = `01MEDIA${String(ids).padStart(19, '0')}`;
  const sent = await kit.engine.sendMessage('kaa', { id, interactionId, content });
  if (!sent.ok) throw new Error(sent.error.message);
  await kit.engine.idle();
  return id;
}

const handles = () => kit.sender.requests.map(({ media }) => media?.handle);

async function message(id: string) {
  const snapshot = await kit.engine.getInteraction('kaa', interactionId);
  return snapshot.ok ? snapshot.value.messages.find((one) => one.id === id) : undefined;
}

/** The window stays open, since the customer writes again. */
async function later(milliseconds: number): Promise<void> {
  await kit.advance(milliseconds);
  await kit.write('4915550000001', 'Still here');
}

describe('a file of the library', () => {
  it('is uploaded before its message, once, and anew when it was written anew or the provider lets go of it', async () => {
    await start();
    await send();
    await send();
    expect(kit.sender.uploads).toMatchObject([{ file: { path: '/files/leaf.png', mimeType: 'image/png' } }]);
    expect(handles()).toEqual([{ id: 'media-1' }, { id: 'media-1' }]);
    onDisk = onDisk && { ...onDisk, modifiedAt: 2 };
    await send();
    await later(28 * DAY);
    await send();
    expect(kit.sender.uploads).toHaveLength(2);
    await later(DAY);
    await send();
    expect(handles().slice(2)).toEqual([{ id: 'media-2' }, { id: 'media-2' }, { id: 'media-3' }]);
  });

  it('is uploaded again when the provider was away, and its message stays first in line', async () => {
    await start();
    const error = { code: 'provider-unreachable', title: 'away' };
    kit.sender.uploadAnswers.push({ outcome: 'later', error, delay: 5000 });
    const id = await send();
    await send({ kind: 'text', text: 'This is the leaf' });
    expect(await message(id)).toMatchObject({ kind: 'image', status: 'accepted' });
    expect(kit.sender.requests).toEqual([]);
    await kit.advance(5000);
    expect(kit.sender.uploads).toHaveLength(2);
    expect(kit.sender.requests.map(({ content }) => content.kind)).toEqual(['file', 'text']);
  });

  it('that is refused fails its message, with the reason, and holds up no other', async () => {
    await start();
    kit.sender.uploadAnswers.push({ outcome: 'refused', error: { code: '100', title: 'Too big' } });
    const id = await send();
    expect(await message(id)).toMatchObject({ status: 'failed', error: { code: '100', title: 'Too big' } });
    await send({ kind: 'text', text: 'So in words' });
    expect(kit.sender.texts()).toEqual(['So in words']);
  });

  it('that went away fails its message in words', async () => {
    await start();
    onDisk = undefined;
    expect(await message(await send())).toMatchObject({ status: 'failed', error: { code: 'file-missing' } });
    expect(kit.sender.requests).toEqual([]);
  });

  it('of which the provider lost an old upload is uploaded once more, a fresh one is not', async () => {
    await start();
    await send();
    await kit.advance(3_600_000);
    const refused = { outcome: 'refused', error: { code: '100', title: 'Not a valid media id' } } as const;
    kit.sender.next(refused);
    expect(await message(await send())).toMatchObject({ status: 'handed-over' });
    expect(handles()).toEqual([{ id: 'media-1' }, { id: 'media-1' }, { id: 'media-2' }]);
    kit.sender.next(refused);
    expect(await message(await send())).toMatchObject({ status: 'failed', error: { code: '100' } });
    expect(kit.sender.uploads).toHaveLength(2);
  });

  it('that was being uploaded when the server stopped is uploaded and sent by the next one', async () => {
    await start();
    const error = { code: 'provider-unreachable', title: 'away' };
    kit.sender.uploadAnswers.push({ outcome: 'later', error, delay: 60_000 });
    const id = await send();
    kit = await kit.restart();
    await kit.advance(60_000);
    expect(kit.sender.requests.map(({ messageId }) => messageId)).toEqual([id]);
  });
});

it('sends an address as it is', async () => {
  await start();
  const file = { from: 'link', url: 'https://jungle.example/leaf.png', name: 'leaf.png' } as const;
  await send({ kind: 'file', mediaKind: 'image', file });
  expect(handles()).toEqual([{ link: 'https://jungle.example/leaf.png' }]);
  expect(kit.sender.uploads).toEqual([]);
});
