import { describe, expect, it } from 'vitest';
import { sampleTemplate } from '../../../tests/renderer-harness/template-samples.ts';
import { type Unfinished, unfinishedAtSchema, unfinishedSchema } from './unfinished.ts';

const nothing: Unfinished = { notification: null, interactive: null, attached: [], firstMessage: '' };
const notification: Unfinished['notification'] = {
  template: sampleTemplate('shipped', 'Hello {{1}}.'),
  fill: { header: {}, file: { from: 'link', url: 'htt', name: '' }, body: { 1: 'Ak' }, buttons: {} },
  hasOwnFile: false,
  touched: ['fill.body.1'],
  pressed: false,
  left: {},
};
const form: NonNullable<Unfinished['interactive']>['form'] = {
  type: 'list',
  header: { format: 'image', file: null },
  body: '',
  footer: '',
  buttons: [{ id: 'button-1', title: 'x'.repeat(300) }],
  listButton: '',
  sections: [{ key: 'section-1', title: '', rows: [{ id: 'row-1', title: '', description: '' }] }],
  linkTitle: '',
  url: 'not an address',
};

describe('what is begun', () => {
  it('may be what could not be sent: half an address, a title that is too long, a file still to be chosen', () => {
    const begun = { ...nothing, notification, interactive: { form, ownFile: null } };
    expect(unfinishedSchema.parse(begun)).toEqual(begun);
  });

  it.each([
    ['is no object', 'text'],
    ['lacks a part', { notification: null, interactive: null, attached: [] }],
    ['has a template that is none', { ...nothing, notification: { ...notification, template: { name: 'shipped' } } }],
    ['has a form of another kind', { ...nothing, interactive: { form: { ...form, type: 'flow' }, ownFile: null } }],
    [
      'has a file from elsewhere',
      { ...nothing, interactive: { form, ownFile: { from: 'disk', name: '/etc/passwd' } } },
    ],
    ['has a chip without a file', { ...nothing, attached: [{ responseId: 'r', name: 'a.png' }] }],
    ['is larger than any message', { ...nothing, firstMessage: 'x'.repeat(500_000) }],
  ])('is refused when it %s', (_why, value) => {
    expect(unfinishedSchema.safeParse(value).success).toBe(false);
  });

  it('stands in a place that has a name', () => {
    expect(unfinishedAtSchema.safeParse({ place: '', unfinished: null }).success).toBe(false);
    expect(unfinishedAtSchema.safeParse({ place: 'x'.repeat(601), unfinished: null }).success).toBe(false);
    expect(unfinishedAtSchema.safeParse({ place: 'ixn-1', unfinished: null }).success).toBe(true);
  });
});
