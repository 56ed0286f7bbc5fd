import { describe, expect, it } from 'vitest';
import { lookUpError } from '../rules/errors.ts';
import german from '../texts/errors.de.json' with { type: 'json' };
import { templateRefusal } from './template-refusal.ts';

const texts: Readonly<Record<string, string>> = german;
const translate = (key: string) => texts[key] ?? texts[key.replace('whatsapp.error.', '')] ?? key;

describe('a refusal of something about templates', () => {
  it.each(['2', '4', '190', '200', '368', '80007'])('%s is told in the page’s language', (code) => {
    const words = templateRefusal(code, translate);
    expect(words).toMatch(/ .*\.$/u);
    expect(words).not.toBe(lookUpError(code)?.sentence);
  });

  it.each(['100', '132000', '2388024', 'nothing'])('%s is about the request: only the provider says what', (code) =>
    expect(templateRefusal(code, translate)).toBeUndefined(),
  );
});
