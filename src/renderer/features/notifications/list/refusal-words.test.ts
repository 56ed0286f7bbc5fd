import { describe, expect, it } from 'vitest';
import { refusalWords } from './refusal-words.ts';

const views = { refused: (code: string) => (code === '2' ? 'WhatsApp is down.' : undefined) };
const refusal = { code: 'template-refused', message: 'WhatsApp refused: Temporary (2).', retryable: true };

describe('a refusal about templates', () => {
  it("is said in the page's language where the code is known", () =>
    expect(refusalWords({ ...refusal, providerCode: '2' }, views)).toBe('WhatsApp is down.'));
  it("keeps the provider's words where it is not", () =>
    expect(refusalWords({ ...refusal, providerCode: '99' }, views)).toBe(refusal.message));
  it('keeps its own words where no provider was asked', () =>
    expect(refusalWords({ ...refusal, code: '2' }, views)).toBe(refusal.message));
});
