import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { cardOf } from './card.ts';

const base: Message = {
  id: 'm1',
  interactionId: 'i',
  channel: 'jungle',
  direction: 'in',
  kind: 'text',
  text: '',
  providerId: null,
  originTime: 0,
  arrivalTime: 0,
  arrivalOrder: 1,
  status: 'received',
  error: null,
  sender: { type: 'contact', name: 'Akela' },
  quoted: null,
  attachment: null,
  location: null,
  contacts: null,
  interactive: null,
  reactions: [],
  revisions: [],
  revokedAt: null,
};

describe('cardOf', () => {
  it('leaves text and system lines alone', () => {
    expect(cardOf(base)).toBeUndefined();
    expect(cardOf({ ...base, kind: 'system' })).toBeUndefined();
  });

  it('names a file, its size and its caption', () => {
    const attachment = { fileName: 'invoice.pdf', mimeType: 'application/pdf', size: 2048, caption: 'Here' };
    expect(cardOf({ ...base, kind: 'document', attachment })).toEqual({
      kind: 'document',
      title: 'invoice.pdf',
      facts: [],
      size: 2048,
      caption: 'Here',
    });
  });

  it('gives the type of a document without a name, without its parameters', () => {
    const attachment = { mimeType: 'application/pdf; x=1' };
    expect(cardOf({ ...base, kind: 'document', attachment })?.facts).toEqual(['application/pdf']);
  });

  it('does not say a file name twice', () => {
    const attachment = { fileName: 'invoice.pdf' };
    expect(cardOf({ ...base, kind: 'document', attachment, text: 'invoice.pdf' })?.caption).toBeUndefined();
  });

  it('does with a file of which nothing is known', () => {
    expect(cardOf({ ...base, kind: 'image' })).toMatchObject({ kind: 'image', title: undefined, facts: [] });
  });

  it('gives a place with its position, the equator too', () => {
    const location = { latitude: 0, longitude: -83.0123456, name: 'Office', address: '12 Banyan Street' };
    expect(cardOf({ ...base, kind: 'location', location })).toMatchObject({
      title: 'Office',
      facts: ['12 Banyan Street', '0.00000, -83.01235'],
    });
  });

  it('lists people, whatever shape the provider gave', () => {
    const contacts = [
      { name: { formatted_name: 'Baloo' }, phones: [{ phone: '+1 614' }, 7] },
      { name: { first_name: 'Hathi' } },
      { name: 3 },
    ];
    expect(cardOf({ ...base, kind: 'contacts', contacts })).toMatchObject({
      title: 'Baloo',
      facts: ['+1 614', 'Hathi'],
    });
  });

  it('shows the chosen button or row', () => {
    expect(cardOf({ ...base, kind: 'button-reply', text: 'Yes' })).toMatchObject({ title: 'Yes' });
    const row = { ...base, kind: 'list-reply' as const, text: 'Monday', interactive: { description: '9 to 12' } };
    expect(cardOf(row)).toMatchObject({ title: 'Monday', facts: ['9 to 12'] });
  });

  it('lists what was ordered, and keeps what was written along', () => {
    const interactive = {
      items: [{ productId: 'blue', quantity: 2, price: 12.5, currency: 'EUR' }, { productId: 'bell' }],
    };
    const order = { ...base, kind: 'order' as const, interactive };
    expect(cardOf({ ...order, text: '2 × blue, 1 × bell' })).toMatchObject({
      facts: ['2 × blue · 12.5 EUR', '1 × bell'],
      caption: undefined,
    });
    expect(cardOf({ ...order, text: 'Please wrap it' })).toMatchObject({ caption: 'Please wrap it' });
  });

  it('shows the answers of a form without its token', () => {
    const interactive = { response: { flow_token: 'secret', day: 'Monday', people: 3, nested: {} } };
    expect(cardOf({ ...base, kind: 'flow-reply', text: 'Booking', interactive })).toMatchObject({
      title: 'Booking',
      facts: ['day: Monday', 'people: 3'],
    });
    expect(cardOf({ ...base, kind: 'flow-reply', interactive: { response: 'not JSON' } })?.facts).toEqual([]);
  });

  it('says what an unsupported message was, and why', () => {
    const interactive = { type: 'poll', details: 'Message type is currently not supported.' };
    expect(cardOf({ ...base, kind: 'unsupported', text: 'Message of type poll', interactive })).toMatchObject({
      facts: ['poll'],
      caption: 'Message type is currently not supported.',
    });
  });

  it('keeps the readable line of kinds without facts', () => {
    expect(cardOf({ ...base, kind: 'unsupported', text: 'A poll' })).toMatchObject({ caption: 'A poll' });
    expect(cardOf({ ...base, kind: 'contacts', text: 'Two cards', contacts: null })).toMatchObject({
      caption: 'Two cards',
    });
  });
});
