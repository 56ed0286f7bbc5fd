import type { Message } from '#shared/domain/message.ts';
import { sampleMessage } from '../../renderer-harness/samples.ts';

const MINUTE = 60_000;
const END = Date.UTC(2026, 10, 28, 9, 0);

const WORDS = 'where is my order today please could you check the blue saddle that was promised last week'.split(' ');
const ARABIC = 'مرحبا هل يمكنكم تأكيد الموعد يوم الخميس من فضلكم شكرا جزيلا لكم الطلب لم يصل بعد'.split(' ');

/** Numbers below a limit, the same at each run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function sentence(next: (below: number) => number, words: readonly string[], longest: number): string {
  return Array.from({ length: 1 + next(1 + next(longest)) }, () => words[next(words.length)]).join(' ');
}

/** A text as customers and agents write them: mostly short, some long, with what WhatsApp's marks can do. */
function textOf(index: number, next: (below: number) => number): string {
  const kind = next(20);
  if (kind === 0) return ['👍', '😀🎉', '🙏🏽', '❤️❤️❤️'][next(4)] ?? '';
  if (kind === 1) return `${sentence(next, ARABIC, 30)} ${index}`;
  if (kind === 2) return `${sentence(next, WORDS, 12)} https://jungle.example/orders/${index}?from=chat`;
  if (kind === 3) return `*Your order ${index}*\n* one saddle\n* _two_ bells\n1. first\n2. second`;
  if (kind === 4) return `> ${sentence(next, WORDS, 14)}\n${sentence(next, WORDS, 20)} 😊`;
  if (kind === 5) return sentence(next, WORDS, 160);
  return `${sentence(next, WORDS, 40)} ${index}`;
}

/** What stands beside the text: a quote of an earlier message, a picture, a reaction, nothing. */
function extrasOf(index: number, next: (below: number) => number, id: (index: number) => string): Partial<Message> {
  const kind = next(25);
  if (kind === 0 && index > 3) {
    return { quoted: { providerId: `wamid.${index - 3}`, messageId: id(index - 3), text: sentence(next, WORDS, 12) } };
  }
  if (kind === 1) return { kind: 'image', attachment: { mimeType: 'image/jpeg', size: 212_000, caption: 'This one' } };
  if (kind === 2) return { reactions: [{ by: 'customer', direction: 'in', emoji: '👍', at: END }] };
  if (kind === 3) return { forwarded: true };
  return {};
}

/** `count` messages of a conversation over weeks, both directions, the same at each run. Ids begin with `prefix`. */
export function benchMessages(count: number, prefix: string, interactionId: string): readonly Message[] {
  const next = seeded(7);
  const id = (index: number) => `${prefix}-${String(index).padStart(6, '0')}`;
  let at = END - count * 4 * MINUTE;
  return Array.from({ length: count }, (_, index) => {
    at += next(3) === 0 ? next(15 * MINUTE) : next(MINUTE);
    const direction = next(2) === 0 ? 'in' : 'out';
    const extras = extrasOf(index, next, id);
    return sampleMessage({
      id: id(index),
      interactionId,
      direction,
      arrivalTime: at,
      originTime: direction === 'in' ? at : null,
      arrivalOrder: index + 1,
      status: direction === 'in' ? 'received' : next(10) === 0 ? 'delivered' : 'read',
      text: extras.kind === undefined ? textOf(index, next) : 'This one',
      ...extras,
    });
  });
}
