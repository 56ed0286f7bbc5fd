import type { Message } from '#shared/domain/message.ts';
import type { StructuredBody } from '#shared/domain/structured-body.ts';
import { CONVERSATION } from './conversation-samples.ts';
import { MINUTE, NOW, sampleMessage } from './samples.ts';

const plain: StructuredBody = {
  type: 'structured',
  template: null,
  header: null,
  body: '',
  footer: null,
  buttons: [],
  list: null,
};
const file = (name: string) => ({ from: 'library', responseId: 'sample', name }) as const;
const reply = (id: string, title: string) => ({ type: 'reply', id, title }) as const;

let count = 0;

function sent(ago: number, body: Partial<StructuredBody>, given: Partial<Message> = {}): Message {
  count += 1;
  const structure = { ...plain, ...body };
  return sampleMessage({
    id: `structured-${count}`,
    interactionId: CONVERSATION,
    direction: 'out',
    originTime: null,
    arrivalTime: NOW - ago * MINUTE,
    kind: structure.template ? 'template' : 'interactive',
    status: 'read',
    text: structure.body,
    interactive: structure,
    ...given,
  });
}

/** The customer chooses what a message offers. */
function chosen(ago: number, original: Message, id: string, title: string, description?: string): Message {
  const kind = description === undefined ? 'button-reply' : 'list-reply';
  const arrivalTime = NOW - ago * MINUTE;
  return sampleMessage({
    interactionId: CONVERSATION,
    kind,
    arrivalTime,
    originTime: arrivalTime,
    text: title,
    interactive: { type: kind.replace('-', '_'), id, title, ...(description === undefined ? {} : { description }) },
    quoted: { providerId: `wamid.${original.id}`, messageId: original.id, text: original.text },
  });
}

const shipped = sent(70, {
  template: { name: 'order_shipped_full', language: 'en_US' },
  header: { format: 'document', file: file('delivery-note.pdf') },
  body: 'Hello *Raksha*, your order J-2001 is on its way and should reach you by _Monday_. Thank you!',
  footer: 'Jungle support',
  buttons: [
    reply('button-0', 'Talk to us'),
    reply('button-1', 'Stop'),
    { type: 'url', title: 'Track parcel', url: 'https://jungle.example/track/J-2001' },
    { type: 'call', title: 'Call us', phoneNumber: '+15550100199' },
    { type: 'copy-code', title: 'Copy offer code', code: 'RAKSHA20' },
  ],
});
const when = sent(60, {
  header: { format: 'text', text: 'Your delivery' },
  body: 'When may we come by? The driver calls half an hour before.',
  footer: 'You can change this until tomorrow noon.',
  buttons: [
    reply('button-1', 'Thursday morning'),
    reply('button-2', 'Friday evening'),
    reply('button-3', 'Another day'),
  ],
});
const topics = sent(50, {
  body: 'What can we help you with?',
  list: {
    button: 'Choose a topic',
    sections: [
      {
        title: 'Orders',
        rows: [
          { id: 'row-1', title: 'Where is my parcel?', description: 'Tracking and delivery times' },
          { id: 'row-2', title: 'Change an order', description: 'Until it has been handed over' },
        ],
      },
      { title: 'Repairs', rows: [{ id: 'row-3', title: 'Book a repair', description: 'Our workshop in Berlin' }] },
    ],
  },
});

/** Notifications, reply buttons and lists with what the customer chose of them. */
export const structured: readonly Message[] = [
  shipped,
  when,
  chosen(58, when, 'button-2', 'Friday evening'),
  topics,
  chosen(48, topics, 'row-3', 'Book a repair', 'Our workshop in Berlin'),
];

/** What is hard to draw. */
export const structuredExtremes: readonly Message[] = [
  sent(40, {
    template: { name: 'new_collection', language: 'en' },
    header: { format: 'image', file: file('collection-of-the-spring-in-all-its-colours.jpg') },
    body: 'Hello {{1}}, news about *{{order number}}*.',
    buttons: [{ type: 'url', title: 'Look at it', url: 'https://jungle.example/new' }],
  }),
  sent(30, {
    header: { format: 'text', text: 'موعدكم' },
    body: 'مرحبا *راكشا*، هل يناسبكم يوم الخميس صباحا؟',
    footer: 'خدمة العملاء',
    buttons: [reply('button-1', 'نعم، يناسبني'), reply('button-2', 'يوم آخر')],
  }),
  sent(20, {
    header: { format: 'video', file: null },
    body: `W${'o'.repeat(120)}w`,
    footer: 'f'.repeat(60),
    buttons: [reply('button-1', 'b'.repeat(20)), reply('button-2', 'OK')],
  }),
  sent(10, { body: 'It did not get through.', buttons: [reply('button-1', 'Yes')] }, { status: 'failed' }),
];
