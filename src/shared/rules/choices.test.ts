import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import type { StructuredBody } from '../domain/structured-body.ts';
import { type Choices, choicesOf, chosenIn, mergeChoices, noChoices, withChoice } from './choices.ts';

type Answer = Parameters<typeof withChoice>[1];

function answer(change: Partial<Answer> = {}): Answer {
  return {
    id: 'answer',
    kind: 'button-reply',
    text: 'Yes',
    interactive: { type: 'button_reply', id: 'yes', title: 'Yes' },
    quoted: { providerId: 'wamid.1', messageId: 'question' },
    revokedAt: null,
    ...change,
  };
}

const body: StructuredBody = {
  type: 'structured',
  template: null,
  header: null,
  body: 'Shall we deliver?',
  footer: null,
  buttons: [
    { type: 'reply', id: 'yes', title: 'Yes' },
    { type: 'url', title: 'Track', url: 'https://jungle.example' },
    { type: 'reply', id: 'no', title: 'No' },
  ],
  list: null,
};
const list: StructuredBody = {
  ...body,
  buttons: [],
  list: {
    button: 'Choose',
    sections: [
      { title: 'A', rows: [{ id: 'row-1', title: 'Den' }] },
      { title: 'B', rows: [{ id: 'row-2', title: 'River' }] },
    ],
  },
};

const chosen = (messages: readonly Answer[], of = body) => [...chosenIn(of, choicesOf(messages).get('question') ?? [])];

describe('choices', () => {
  it('are found by the id that came back', () => expect(chosen([answer()])).toEqual(['yes']));

  it('of a template are found by the payload', () => {
    const interactive = { type: 'button', text: 'No thanks', payload: 'no' };
    expect(chosen([answer({ text: 'No thanks', interactive })])).toEqual(['no']);
  });

  it('are found by the title where the id is of no use', () => {
    expect(chosen([answer({ interactive: { type: 'button', text: 'No' }, text: 'No' })])).toEqual(['no']);
    expect(chosen([answer({ interactive: { id: 'old', title: 'No' } })])).toEqual(['no']);
    expect(chosen([answer({ interactive: null, text: 'Yes' })])).toEqual(['yes']);
  });

  it('are found in a list, in any section', () => {
    const interactive = { type: 'list_reply', id: 'row-2', title: 'River' };
    expect(chosen([answer({ kind: 'list-reply', interactive })], list)).toEqual(['row-2']);
  });

  it('may be several, and equal ones are one', () => {
    const no = { type: 'button_reply', id: 'no', title: 'No' };
    expect(chosen([answer(), answer({ id: 'b', interactive: no }), answer({ id: 'c' })])).toEqual(['yes', 'no']);
  });

  it('are none of what the message does not offer, nor by a button that is no answer', () => {
    expect(chosen([answer({ interactive: { id: 'x', title: 'Perhaps' } })])).toEqual([]);
    expect(chosen([answer({ interactive: { title: 'Track' } })])).toEqual([]);
  });

  it('are not read from other kinds, nor from answers to nothing that is known', () => {
    expect(choicesOf([answer({ kind: 'text' })])).toBe(noChoices);
    expect(choicesOf([answer({ quoted: null })])).toBe(noChoices);
    expect(choicesOf([answer({ quoted: { providerId: 'wamid.1' } })])).toBe(noChoices);
  });

  it('go when the answer is deleted', () => {
    const choices = withChoice(choicesOf([answer()]), answer({ revokedAt: 1 }));
    expect(chosenIn(body, choices.get('question') ?? [])).toEqual(new Set());
  });

  it('stay the same object when nothing changes', () => {
    const choices = choicesOf([answer()]);
    expect(withChoice(choices, answer())).toBe(choices);
    expect(withChoice(choices, answer({ id: 'other', revokedAt: 1 }))).toBe(choices);
  });

  it('of two parts of a conversation are those of the whole', () => {
    const [first, second] = [answer(), answer({ id: 'b', interactive: { id: 'no', title: 'No' } })];
    const other = answer({ id: 'c', quoted: { providerId: 'wamid.2', messageId: 'other' } });
    const merged = mergeChoices(choicesOf([first]), choicesOf([second, other]));
    expect(merged).toEqual(choicesOf([first, second, other]));
    const one = choicesOf([first]);
    expect(mergeChoices(one, noChoices)).toBe(one);
    expect(mergeChoices(noChoices, one)).toBe(one);
  });

  it('are the same whether they came at once or one by one, in any order of the questions', () => {
    const kinds = fc.constantFrom<Message['kind']>('button-reply', 'list-reply', 'text');
    const messages = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), kind: kinds, question: fc.constantFrom('a', 'b', 'c') }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(messages, fc.array(fc.nat()), (list, order) => {
        const answers = list.map(({ id, kind, question }) =>
          answer({ id, kind, quoted: { providerId: question, messageId: question } }),
        );
        const shuffled = answers
          .map((one, index) => ({ one, place: order[index] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one);
        const ids = (all: Choices) =>
          new Map([...all].map(([key, choices]) => [key, choices.map(({ answerId }) => answerId).sort()]));
        expect(ids(shuffled.reduce(withChoice, noChoices))).toEqual(ids(choicesOf(answers)));
      }),
    );
  });
});
