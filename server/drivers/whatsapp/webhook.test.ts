import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboundItem } from '../driver.ts';
import { readWebhook } from './webhook.ts';

const FOLDER = new URL('../../../tests/data/webhooks/', import.meta.url);

function read(name: string): readonly InboundItem[] {
  const body: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  return readWebhook(body).flatMap((batch) => batch.items);
}

function only(name: string): InboundItem {
  const [item, ...rest] = read(name);
  if (!item || rest.length > 0) throw new Error(`${name} says ${rest.length + 1} things`);
  return item;
}

const ROSA = [
  { type: 'wa-id', value: '4915550000001' },
  { type: 'phone', value: '+4915550000001' },
];

describe('kinds of messages', () => {
  it.each([
    ['message-text', { kind: 'text', text: 'Is the blue one back? 🦜', interactive: null }],
    [
      'message-text-from-catalogue',
      { kind: 'text', interactive: { referredProduct: { product_retailer_id: 'hammock-2' } } },
    ],
    ['message-text-from-advert', { kind: 'text', interactive: { referral: { ctwa_clid: 'click-1' } } }],
    ['message-text-in-group', { kind: 'text', interactive: { groupId: 'group-1@g.us' } }],
    [
      'message-image',
      {
        kind: 'image',
        text: 'My hammock',
        attachment: { mediaId: 'media-1', mimeType: 'image/jpeg', caption: 'My hammock' },
      },
    ],
    ['message-image-without-caption', { kind: 'image', text: '', attachment: { mediaId: 'media-2' } }],
    ['message-video', { kind: 'video', text: 'See', attachment: { mediaId: 'media-3' } }],
    ['message-voice-note', { kind: 'audio', attachment: { voice: true, mimeType: 'audio/ogg; codecs=opus' } }],
    ['message-audio', { kind: 'audio', attachment: { voice: false } }],
    [
      'message-document',
      { kind: 'document', attachment: { fileName: 'order.pdf', mimeType: 'application/pdf', sha256: 'aGFz/aA==' } },
    ],
    ['message-document-too-large', { kind: 'document', text: 'all.zip', interactive: { errors: [{ code: 131052 }] } }],
    ['message-sticker', { kind: 'sticker', attachment: { animated: true } }],
    [
      'message-location',
      { kind: 'location', text: 'Dock, 1 Sample Road', location: { latitude: 0, longitude: -10.25, name: 'Dock' } },
    ],
    [
      'message-location-as-text',
      { kind: 'location', text: '51.5, 0.25', location: { latitude: 51.5, longitude: 0.25 } },
    ],
    ['message-location-without-numbers', { kind: 'unsupported', text: 'Dock', location: null }],
    [
      'message-contacts',
      { kind: 'contacts', text: 'Ada Sample, Bert Sample', contacts: [{ org: { company: 'Samples' } }, {}] },
    ],
    [
      'message-contacts-vcard',
      { kind: 'contacts', text: '4915550000001', interactive: { origin: 'contact_request/other' } },
    ],
    [
      'message-template-button',
      { kind: 'button-reply', text: 'Yes', interactive: { type: 'button', payload: 'yes-1' } },
    ],
    ['message-template-button-without-payload', { kind: 'button-reply', text: 'Yes' }],
    ['message-button-reply', { kind: 'button-reply', text: 'Cancel', interactive: { type: 'button_reply', id: 'b1' } }],
    [
      'message-list-reply',
      { kind: 'list-reply', text: 'Green', interactive: { id: 'r1', description: 'With fringes' } },
    ],
    ['message-flow-reply', { kind: 'flow-reply', text: 'Sent', interactive: { response: { size: 'L' } } }],
    ['message-flow-reply-broken', { kind: 'flow-reply', interactive: { response: '{not json' } }],
    [
      'message-call-permission-reply',
      {
        kind: 'interactive',
        interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
      },
    ],
    [
      'message-order',
      {
        kind: 'order',
        text: '2 × hammock-2, 1 × rope',
        interactive: { catalogId: '77', items: [{ price: 30.5 }, { quantity: 1, price: 4 }] },
      },
    ],
    [
      'message-unsupported',
      { kind: 'unsupported', text: 'Message type is currently not supported.', interactive: { type: 'poll' } },
    ],
    ['message-unknown-old', { kind: 'unsupported', interactive: { type: 'unknown' } }],
    ['message-type-of-the-future', { kind: 'unsupported', text: 'Message of type hologram' }],
    ['message-type-without-object', { kind: 'unsupported', interactive: { type: 'image' } }],
    ['message-request-welcome', { kind: 'unsupported' }],
  ])('%s', (name, content) => {
    const item = only(name);
    expect(item).toMatchObject({
      what: 'message',
      content,
      correspondent: { identities: ROSA, profileName: 'Rosa Sample' },
    });
    expect(item).toMatchObject({ originTime: 1_767_600_000_000, raw: { from: '4915550000001' } });
  });

  it.each(['message-system-number', 'message-system-number-old', 'message-system-identity', 'message-system-user-id'])(
    'takes %s for a note',
    (name) => {
      expect(only(name)).toMatchObject({
        what: 'system',
        content: { kind: 'system' },
        correspondent: { identities: ROSA },
      });
    },
  );

  it('sees what a message answers and whether it was forwarded', () => {
    expect(only('message-text-quoting')).toMatchObject({ quotedProviderId: 'wamid.SAMPLEOUT1', forwarded: false });
    expect(only('message-text-forwarded-often')).toMatchObject({ quotedProviderId: undefined, forwarded: true });
    expect(only('message-text-from-advert')).toMatchObject({ fromAdvert: true });
    expect(only('message-text-in-group')).toMatchObject({ groupId: 'group-1@g.us' });
  });
});

describe('changes of messages', () => {
  it.each([
    [
      'message-reaction-to-unknown',
      { what: 'reaction', direction: 'in', targetProviderId: 'wamid.NOTHERE', emoji: '👍' },
    ],
    ['message-reaction-taken-back', { what: 'reaction', emoji: '' }],
    [
      'message-edit-of-unknown',
      { what: 'edit', direction: 'in', targetProviderId: 'wamid.NOTHERE', content: { text: 'Better words' } },
    ],
    ['message-revoke-of-unknown', { what: 'revoke', direction: 'in', targetProviderId: 'wamid.NOTHERE' }],
    ['echo-edit-of-unknown', { what: 'edit', direction: 'out', content: { text: 'Corrected' } }],
    ['echo-revoke', { what: 'revoke', direction: 'out' }],
  ])('%s', (name, expected) => {
    expect(only(name)).toMatchObject({ ...expected, correspondent: { identities: ROSA } });
  });

  it('takes what the business wrote on its phone for an echo to the customer', () => {
    const expected = { what: 'echo', content: { text: 'Written on the phone' }, correspondent: { identities: ROSA } };
    expect(only('echo-text')).toMatchObject(expected);
  });
});

describe('who wrote', () => {
  it.each([
    [
      'message-by-user-id-only',
      [
        { type: 'user-id', value: 'US.11112222333344445555' },
        { type: 'parent-user-id', value: 'US.ENT.1111' },
        { type: 'username', value: 'nemo.sample' },
      ],
      'Nemo Sample',
    ],
    ['message-user-id-in-from', [{ type: 'user-id', value: 'US.11112222333344445555' }], undefined],
    ['message-empty-strings', [{ type: 'user-id', value: 'US.22223333444455556666' }], undefined],
    ['message-without-contacts', ROSA, undefined],
    ['message-without-profile', ROSA, undefined],
    ['message-without-sender', [], undefined],
  ])('%s', (name, identities, profileName) => {
    expect(only(name)).toMatchObject({ what: 'message', correspondent: { identities, profileName } });
  });

  it('does not take the business for the customer', () => {
    const value = {
      metadata: { display_phone_number: '+1 555 010 0199', phone_number_id: '106540352242922' },
      contacts: [{ wa_id: '4915550000001' }],
      messages: [{ from: '106540352242922', id: 'wamid.1', type: 'text', text: { body: 'x' } }],
    };
    const body = { object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'messages', value }] }] };
    expect(readWebhook(body)[0]?.items[0]).toMatchObject({ correspondent: { identities: ROSA } });
  });
});

describe('statuses', () => {
  it.each([
    ['status-sent', 'handed-over'],
    ['status-delivered', 'delivered'],
    ['status-read', 'read'],
    ['status-played', 'read'],
    ['status-deleted', null],
    ['status-of-the-future', null],
  ])('%s means %s', (name, status) => {
    expect(only(name)).toMatchObject({
      what: 'status',
      providerId: 'wamid.SAMPLEOUT10',
      status,
      at: 1_767_600_002_000,
    });
  });

  it('reads why one failed, in the new and the old shape', () => {
    const error = { code: '131047', title: 'Re-engagement message', details: 'More than 24 hours have passed.' };
    expect(only('status-failed')).toMatchObject({ status: 'failed', error });
    expect(only('status-failed-old')).toMatchObject({ status: 'failed', error: { code: '470', title: 'Too late' } });
  });

  it('keeps one without a message as a notice', () => {
    expect(only('status-without-id')).toMatchObject({ what: 'notice', field: 'messages.statuses' });
  });
});

describe('what is no message', () => {
  it.each([
    ['history', 'history'],
    ['calls', 'calls'],
    ['user-preferences', 'user_preferences'],
    ['template-status', 'message_template_status_update'],
    ['account-alert', 'account_update'],
    ['field-of-the-future', 'telepathy_update'],
    ['errors-only', 'messages'],
    ['change-without-value', 'messages'],
    ['entry-without-changes', 'unknown'],
    ['other-object', 'unknown'],
    ['no-entry', 'unknown'],
  ])('%s becomes a notice about %s', (name, field) => {
    expect(only(name)).toMatchObject({ what: 'notice', field });
  });

  it('says of a preference who wants marketing messages or not', () => {
    const correspondent = {
      identities: [
        { type: 'wa-id', value: '4915550000001' },
        { type: 'phone', value: '+4915550000001' },
      ],
      profileName: 'Rosa Sample',
    };
    expect(only('user-preferences')).toMatchObject({
      preferences: [{ correspondent, marketing: false, at: 1_767_600_007_000 }],
    });
  });

  it('takes each preference for whom it names, and leaves out what means nothing', () => {
    const entry = (more: object) => ({
      category: 'marketing_messages',
      value: 'stop',
      timestamp: '1767600007',
      ...more,
    });
    const value = {
      contacts: [{ profile: { name: 'Rosa' }, wa_id: '15550001' }],
      user_preferences: [
        entry({ wa_id: '15550002', value: 'RESUME' }),
        entry({ user_id: 'US.1234', value: 'signup' }),
        entry({ wa_id: '15550003', value: 'pause' }),
        entry({ wa_id: '15550004', category: 'calls' }),
        entry({}),
      ],
    };
    const [batch] = readWebhook({ entry: [{ id: '1', changes: [{ field: 'user_preferences', value }] }] });
    const [item] = batch?.items ?? [];
    const preferences = item?.what === 'notice' ? item.preferences : undefined;
    expect(preferences?.map(({ correspondent, marketing }) => [correspondent.identities[0]?.value, marketing])).toEqual(
      [
        ['15550002', true],
        ['US.1234', true],
      ],
    );
    expect(preferences?.every(({ correspondent }) => correspondent.profileName === undefined)).toBe(true);
  });

  it.each([[null], ['text'], [7], [[]], [[[]]], [true], [{}], [{ entry: 7 }], [{ entry: [null, 'x'] }]])(
    'keeps %j whole',
    (body) => {
      const items = readWebhook(body).flatMap((batch) => batch.items);
      expect(items.length).toBeGreaterThan(0);
      expect(items.every((item) => item.what === 'notice')).toBe(true);
    },
  );
});

describe('several things in one body', () => {
  it('walks all entries, messages and statuses', () => {
    expect(read('two-accounts').map((item) => item.what)).toEqual(['message', 'message']);
    expect(read('messages-and-statuses').map((item) => item.what)).toEqual(['message', 'status']);
    expect(read('message-with-errors-beside').map((item) => item.what)).toEqual(['message', 'notice']);
    expect(read('entry-as-object').map((item) => item.what)).toEqual(['message']);
    expect(read('messages-of-other-types').map((item) => item.what)).toEqual([...Array(4).fill('notice'), 'message']);
  });

  it('gives the same thing the same key, and other things other keys', () => {
    const [first, second] = read('message-twice-in-one-body');
    expect(first).toMatchObject({ key: second && 'key' in second ? second.key : '' });
    const withoutId = only('message-without-id');
    expect(withoutId).toMatchObject({ providerId: null, key: expect.stringMatching(/^sha256:/) });
    expect(only('message-without-id')).toEqual(withoutId);
    expect(only('account-alert')).not.toMatchObject({ key: (only('template-status') as { key: string }).key });
  });

  it('takes no invalid time for a time', () => {
    expect(only('message-time-is-no-time')).toMatchObject({ originTime: null });
    expect(only('message-empty-strings')).toMatchObject({ originTime: null });
    expect(only('message-by-user-id-only')).toMatchObject({ originTime: 1_767_600_000_000 });
  });
});
