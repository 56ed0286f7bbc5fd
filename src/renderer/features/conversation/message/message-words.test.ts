import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../i18n/i18n.ts';
import { labels } from './message-words.ts';

describe('labels', () => {
  it.each(['en', 'de'] as const)('says what the catalogue says (%s)', (language) => {
    const { t } = createTranslator(language);
    const values = { sender: 'Akela', time: '10:06' };
    expect(labels(t)('Akela', '10:06')).toBe(t('conversation.message', values));
  });

  it('takes a name as it is, whatever it holds', () => {
    const label = labels(createTranslator('en').t);
    fc.assert(fc.property(fc.string(), fc.string(), (sender, time) => label(sender, time) === `${sender}, ${time}`));
    expect(label('{{time}} $& $t(kind.image)', '10:06')).toBe('{{time}} $& $t(kind.image), 10:06');
  });
});
