import { describe, expect, it } from 'vitest';
import type { FileSource } from '#shared/domain/file-source.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import { fileNeeds } from './attachments.ts';

const picture: FileSource = { from: 'library', responseId: 'season', name: 'season.png' };
const other: FileSource = { from: 'link', url: 'https://jungle.example/a.png', name: 'a.png' };
const template = { name: 'season', language: 'en' };
const fill = (file: FileSource | null) => ({ header: {}, file, body: {}, buttons: {} });
const notification = (file: FileSource | null): OutboundContent => ({ kind: 'template', template, fill: fill(file) });

const response: StandardResponse = {
  ...{ id: 'season', name: 'Season', category: '', language: 'en', shortcut: '', text: '', files: [], faults: [] },
  structure: { type: 'notification', template, fill: fill(picture) },
};
const german = {
  ...response,
  structure: { ...response.structure, template: { ...template, language: 'de' } },
} as StandardResponse;

describe('fileNeeds', () => {
  it.each<readonly [string, OutboundContent, readonly StandardResponse[], string | undefined]>([
    ['a text', { kind: 'text', text: 'Hello' }, [response], undefined],
    ['a file', { kind: 'file', mediaKind: 'image', file: picture }, [], 'canSendFiles'],
    ['a notification with the file it comes with', notification(picture), [response], undefined],
    ['one with another file', notification(other), [response], 'canChangeAttachmentsInNotification'],
    ['one without its file, which the gate refuses', notification(null), [response], undefined],
    ['one that comes without a file', notification(other), [], undefined],
    ['one whose other language comes with a file', notification(other), [german], undefined],
    [
      'one with the file of either response',
      notification(other),
      [response, { ...response, id: 'b', structure: { type: 'notification', template, fill: fill(other) } }],
      undefined,
    ],
  ])('%s', (_, content, responses, needs) => expect(fileNeeds(content, responses)).toBe(needs));
});
