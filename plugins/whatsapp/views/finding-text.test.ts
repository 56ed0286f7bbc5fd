import { describe, expect, it } from 'vitest';
import { cloudApi } from '../profiles/cloud-api.ts';
import { block, warn } from '../rules/finding.ts';
import { checkParameter } from '../rules/gate/parameter.ts';
import { checkTemplate } from '../rules/gate/template.ts';
import { checkDraft } from '../rules/templates/check-draft.ts';
import { sampleTemplate } from '../rules/testing/templates.ts';
import german from '../texts/de.json' with { type: 'json' };
import english from '../texts/en.json' with { type: 'json' };
import { contentFinding, draftFinding } from './finding-text.ts';

function translator(texts: Readonly<Record<string, string>>) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (texts[key] ?? key).replace(/{{(\w+)}}/g, (whole, name: string) => String(values[name] ?? whole));
}

const languages = { de: translator(german), en: translator(english) };
/** A value that nobody filled in. */
const unfilled = /\{\{[a-z]\w*\}\}/;

describe('findings at their fields', () => {
  it('have the same sentences in each language', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(languages))('are said in %s with their values', (language, translate) => {
    const values = ['', 'a\nb', `a${' '.repeat(cloudApi.template.parameter.consecutiveSpaces.max + 1)}b`, 'Hi {{1}}'];
    const statuses = ['pending', 'rejected', 'paused', 'disabled', 'in-appeal', 'archived', 'deleted'] as const;
    const findings = [
      ...values.flatMap((value) => checkParameter('fill.body.1', '1', value)),
      ...statuses.flatMap((status) => checkTemplate(sampleTemplate('Hello', { status, reason: 'ABUSE.' }))),
    ];
    for (const finding of findings) {
      const { sentence, field, severity } = contentFinding(finding, translate);
      expect(sentence).not.toMatch(unfilled);
      expect({ field, severity }).toEqual({ field: finding.field, severity: finding.severity });
      if (finding.code === 'template-not-approved') expect(sentence).toContain('(ABUSE).');
      if (language === 'de') expect(sentence).not.toContain(finding.sentence);
    }
  });

  it.each([
    ['en', 'disabled', 'DISABLED', 'Disabled by WhatsApp for good. Choose another notification.'],
    ['de', 'disabled', 'DISABLED', 'Von WhatsApp endgültig abgeschaltet. Eine andere Benachrichtigung wählen.'],
    ['en', 'paused', 'FIRST_PAUSE', 'Paused by WhatsApp (customers complained; the pause lasts three hours).'],
    ['en', 'paused', null, 'Paused by WhatsApp (customers complained).'],
    ['de', 'paused', null, 'Von WhatsApp angehalten (nach Beschwerden von Kunden).'],
  ] as const)('say in %s of what is %s for %j nothing twice', (language, status, reason, words) => {
    const [finding] = checkTemplate(sampleTemplate('Hello', { status, reason }));
    if (!finding) throw new Error('nothing was found');
    const { sentence } = contentFinding(finding, languages[language]);
    expect(sentence.startsWith(words), sentence).toBe(true);
  });

  it('are told as of a refused message where no other sentence is written for them', () => {
    const { sentence } = contentFinding(block('reaction-emoji', 'message', 'No emoji.', 'Choose one.'), languages.de);
    expect(sentence).toBe(german['whatsapp.refused.reaction-emoji']);
    expect(contentFinding(warn('template-desktop', 'template', '', ''), languages.en).severity).toBe('warning');
  });

  it('of a new template are said by the field where that matters', () => {
    const text = (words: string) => ({ text: words, examples: {} });
    const findings = checkDraft({
      channel: 'jungle',
      name: 'Not Small',
      language: 'xx',
      category: 'authentication',
      header: text('One *bold* {{1}} and {{2}}'),
      body: text('{{1}}{{3}}{{Name}}'),
      footer: 'With {{1}}',
      buttons: [
        { type: 'url', title: '😀', url: 'nowhere', hasParameter: false, example: '' },
        { type: 'call', title: '', phoneNumber: 'abc' },
        { type: 'call', title: 'x'.repeat(30), phoneNumber: '1' },
      ],
    });
    for (const finding of findings) {
      const said = draftFinding(finding, languages.de);
      expect(said.sentence).not.toMatch(unfilled);
      expect(said.sentence, `${finding.code} at ${finding.field}`).not.toBe(finding.sentence);
    }
    expect(draftFinding(findings[0] ?? expect.fail('nothing was found'), languages.en).sentence).toBe(
      english['whatsapp.draft.name.characters'],
    );
  });
});
