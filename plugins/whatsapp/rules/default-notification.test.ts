import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template } from '#shared/plugin-api/domain.ts';
import { asNotification, checkDefaultNotification, type DefaultNotification } from './default-notification.ts';
import { flattened } from './gate/parameter.ts';
import { checkSend } from './send-gate.ts';
import { sampleTemplate } from './testing/templates.ts';

const TEXT = 'An answer for you: {{1}} Reply to go on.';
const template = sampleTemplate(TEXT);
const wanted: DefaultNotification = { text: TEXT, id: 'sample', language: 'en' };

function stateOf(changes: Partial<DefaultNotification>, templates: readonly Template[] = [template]): string {
  const state = checkDefaultNotification({ ...wanted, ...changes }, templates);
  return state.ok ? 'ok' : state.mismatch.code;
}

describe('checkDefaultNotification', () => {
  it.each<readonly [string, Partial<DefaultNotification>, readonly Template[], string]>([
    ['text, id and language of an approved template', {}, [template], 'ok'],
    ['no text', { text: '' }, [template], 'not-configured'],
    ['no id', { id: '' }, [template], 'not-configured'],
    ['a text without parameter', { text: 'Hello' }, [template], 'text-parameter'],
    ['a text with two', { text: '{{1}} {{2}}' }, [template], 'text-parameter'],
    ['a text with another', { text: '{{name}}' }, [template], 'text-parameter'],
    ['a wrong id', { id: 'smaple' }, [template], 'template-unknown'],
    ['no templates at all', {}, [], 'template-unknown'],
    ['a wrong language', { language: 'de' }, [template], 'language-unknown'],
    ['a language written otherwise', { language: 'en_US' }, [template], 'language-unknown'],
    ['a paused template', {}, [{ ...template, status: 'paused' }], 'not-approved'],
    ['one letter less', { text: TEXT.replace('.', '') }, [template], 'text-differs'],
    ['a picture to fill in', {}, [{ ...template, header: { format: 'image' } }], 'more-parameters'],
    ['another language beside it', {}, [{ ...template, language: 'de', status: 'rejected' }, template], 'ok'],
  ])('%s', (_, changes, templates, found) => expect(stateOf(changes, templates)).toBe(found));
});

const spaces = fc.constantFrom(' ', '     ', '\n', '\r\n', '\t', '\u2028', 'a', 'ä', '😀', '.');
const texts = fc.array(spaces, { maxLength: 200 }).map((parts) => `x${parts.join('')}y`);

describe('a text as a notification', () => {
  it('passes the gate whatever was written, and loses no word', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const content = asNotification(text, template);
        const verdict = checkSend({
          ...{ content, template, now: 1 },
          interaction: { stage: 'assigned', window: null },
        });
        expect(verdict).toEqual({ allowed: true, warnings: [] });
        const words = (of: string) => of.split(/\s+/).filter((word) => word !== '');
        expect(words(content.fill.body[1] ?? '')).toEqual(words(text));
      }),
    );
  });

  it('is flattened once for all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(flattened(flattened(text))).toBe(flattened(text));
      }),
    );
  });
});
