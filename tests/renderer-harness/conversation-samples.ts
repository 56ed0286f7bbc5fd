import type { Message } from '#shared/domain/message.ts';
import { MINUTE, NOW, sampleId, sampleMessage } from './samples.ts';

/** The interaction the transcripts here belong to. */
export const CONVERSATION = 'akela';

type Given = Partial<Message> & { readonly ago: number };

/** A message of the customer, `ago` minutes before the picture. */
function customer({ ago, ...given }: Given): Message {
  const arrivalTime = NOW - ago * MINUTE;
  return sampleMessage({ interactionId: CONVERSATION, arrivalTime, originTime: arrivalTime, ...given });
}

function agent(given: Given): Message {
  return customer({ direction: 'out', originTime: null, ...given });
}

const hathi = { type: 'agent', id: 'hathi', name: 'Hathi Elephant' } as const;

/** Every way a text can look. */
export const texts: readonly Message[] = [
  customer({ ago: 1500, text: 'Yesterday' }),
  agent({ ago: 1499, text: 'Words of *another* agent, who had it before.', sender: hathi }),
  customer({ ago: 60, text: '😀' }),
  customer({ ago: 59, text: '👍🏽❤️🎉' }),
  customer({ ago: 58, text: 'مرحبا، هل يمكنكم تأكيد الموعد يوم الخميس؟' }),
  customer({ ago: 57, text: 'السلام عليكم\nMy order number is JC-20418\nشكرا جزيلا لكم' }),
  agent({ ago: 56, text: 'تم تأكيد *الموعد* يوم الخميس: https://jungle.example/ar' }),
  customer({ ago: 55, text: `W${'o'.repeat(200)}w, that is a long word` }),
  customer({ ago: 54, text: `https://jungle.example/${'segment/'.repeat(20)}?with=query` }),
  customer({
    ago: 53,
    text: '*bold* _italic_ ~gone~ `code` *_both_*\n```\nconst x = 1;\n  return x;\n```\n> a quoted line\n> and _another_\n* one\n* *two*\n1. first\n2. second\nMail me@jungle.example or call +1 614 555 1234',
  }),
  customer({
    ago: 52,
    text: '<b>not html</b> <img src=x onerror=alert(1)> javascript:alert(1) **not bold** snake_case',
  }),
  agent({ ago: 50, text: 'Thank you for your patience while we looked into this for you. '.repeat(9).trim() }),
  customer({ ago: 40, text: 'It came late', originTime: NOW - 46 * MINUTE }),
  customer({ ago: 39, text: 'Forwarded', forwarded: true }),
  customer({ ago: 38, text: 'Put right', revisions: [{ text: 'Putt rihgt', replacedAt: NOW - 37 * MINUTE }] }),
  customer({ ago: 36, text: 'gone', revokedAt: NOW - 35 * MINUTE }),
];

/** Every kind that is drawn as a card. */
export const kinds: readonly Message[] = [
  customer({ ago: 60, kind: 'image', attachment: { mimeType: 'image/jpeg', size: 212_000, caption: 'This is it' } }),
  customer({ ago: 59, kind: 'document', attachment: { fileName: 'invoice-2026-004711-final.pdf', size: 84_000 } }),
  customer({ ago: 58, kind: 'audio', attachment: { mimeType: 'audio/ogg; codecs=opus', voice: true, size: 42_000 } }),
  customer({
    ago: 57,
    kind: 'location',
    location: { latitude: 52.5163, longitude: 13.3777, name: 'Brandenburg Gate', address: 'Pariser Platz, Berlin' },
  }),
  customer({
    ago: 56,
    kind: 'contacts',
    contacts: [{ name: { formatted_name: 'Baloo Sloth' }, phones: [{ phone: '+1 614 555 9876' }] }],
  }),
  customer({
    ago: 55,
    kind: 'button-reply',
    text: 'Yes, that suits me',
    quoted: { providerId: 'w', text: 'Thursday?' },
  }),
  customer({
    ago: 54,
    kind: 'order',
    text: '2 × saddle, 1 × bell',
    interactive: { items: [{ productId: 'saddle', quantity: 2, price: 89.5, currency: 'EUR' }, { productId: 'bell' }] },
  }),
  customer({ ago: 53, kind: 'flow-reply', text: 'Booking', interactive: { response: { day: 'Monday', people: 3 } } }),
  customer({ ago: 52, kind: 'unsupported', interactive: { type: 'poll', details: 'This type is not supported.' } }),
  customer({
    ago: 51,
    text: 'Still on sale?',
    interactive: { referral: { headline: 'Blue saddles', body: 'This week.' } },
  }),
  customer({ ago: 50, direction: 'system', kind: 'system', text: 'Akela Raksha changed their number.' }),
];

/** Every state of an own message. */
export const states: readonly Message[] = [
  agent({ ago: 30, text: 'On the server', status: 'accepted' }),
  agent({ ago: 29, text: 'Handed over', status: 'handed-over' }),
  agent({ ago: 28, text: 'Delivered', status: 'delivered' }),
  agent({ ago: 27, text: 'Read', status: 'read' }),
  agent({ ago: 26, text: 'Did this go out?', status: 'unknown' }),
  agent({ ago: 25, text: 'Too late.', status: 'failed', error: { code: '131047', title: 'Re-engagement message' } }),
  agent({ ago: 24, text: 'Too many.', status: 'failed', error: { code: '130429', title: 'Rate limit hit' } }),
  agent({
    ago: 23,
    text: 'Who knows.',
    status: 'failed',
    error: { code: '999', title: 'Strange', details: 'no idea' },
  }),
  agent({ ago: 1, text: 'Waiting on this computer', status: 'queued', arrivalOrder: 0 }),
];

const WORDS = 'where is my order today please could you check the blue saddle that was promised last week'.split(' ');

/** A long conversation, the same at each run. */
export function longConversation(count: number): readonly Message[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, index) => {
    const text = Array.from({ length: 1 + next(1 + next(60)) }, () => WORDS[next(WORDS.length)]).join(' ');
    const write = next(2) === 0 ? customer : agent;
    return write({ id: sampleId(), ago: (count - index) * 1.3, text: `${index}: ${text}` });
  });
}

const question = 'Could you send me the address as well?';

/** A conversation as it happens: greeting, Arabic, emoji, a link, a quote, reactions, another agent, a voice message. */
export const richConversation: readonly Message[] = [
  customer({ ago: 58, text: 'Hi! Can I move my appointment? Thursday would be much better for me 🙏' }),
  agent({ ago: 56, text: 'Good morning Akela! Let me look into it.', sender: hathi }),
  agent({ ago: 55, text: 'Would *Thursday, 26 November* at _2:30 pm_ suit you?', sender: hathi }),
  customer({
    ago: 52,
    text: 'Thursday is fine, thank you!',
    reactions: [
      { by: 'kaa', direction: 'out', emoji: '👍', at: NOW },
      { by: 'hathi', direction: 'out', emoji: '👍', at: NOW },
      { by: 'contact', direction: 'in', emoji: '❤️', at: NOW },
    ],
  }),
  customer({ ago: 52, text: question }),
  customer({ ago: 51, kind: 'audio', attachment: { mimeType: 'audio/ogg; codecs=opus', voice: true, size: 42_000 } }),
  agent({
    ago: 46,
    text: 'Of course. It is *12 Banyan Street*, right behind the station:\nhttps://maps.example/banyan-12',
    quoted: { providerId: 'wamid.question', text: question },
  }),
  customer({ ago: 44, text: 'شكرا جزيلا! هل يوجد موقف للسيارات هناك؟' }),
  agent({ ago: 41, text: 'نعم، هناك موقف مجاني خلف المبنى.' }),
  customer({ ago: 38, text: '🎉' }),
  customer({ ago: 12, text: 'One more thing: the invoice still has my *old* address.', forwarded: false }),
  agent({ ago: 9, text: 'I have put it right, the new one is on its way.', status: 'delivered' }),
];
