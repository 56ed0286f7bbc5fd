import { describe, expect, it } from 'vitest';
import type { Template } from '#shared/domain/template.ts';
import { sampleTemplate, templateList } from '../../../../../tests/renderer-harness/template-samples.ts';
import { filtered, languagesOf, liveTemplate, noFilter, templateKey } from './template-filter.ts';

const { templates } = templateList;
const notApproved = ({ status }: Template): string | undefined => (status === 'approved' ? undefined : 'not approved');
const found = (filter: Partial<typeof noFilter>, hindrance = notApproved) =>
  filtered(templates, { ...noFilter, ...filter }, hindrance).map(templateKey);

describe('the list of templates', () => {
  it('has those that can be sent first, each by name and language', () => {
    expect(found({})).toEqual([
      'appointment_reminder en',
      'business_followup en',
      'invoice_ready en',
      'order_shipped ar',
      'order_shipped en_US',
      'season_catalogue en',
      'delivery_delayed en',
      'summer_survey de',
      'win_a_prize en',
    ]);
  });

  it('has one that this customer may not be sent behind them as well', () => {
    const allowed = ({ category }: Template) => (category === 'marketing' ? 'not wanted' : undefined);
    expect(found({ words: 's' }, allowed).slice(-2)).toEqual(['season_catalogue en', 'win_a_prize en']);
  });

  it.each([
    ['order shipped', ['order_shipped ar', 'order_shipped en_US']],
    ['ORDER_shipped talk', ['order_shipped en_US']],
    ['rainy season', ['season_catalogue en']],
    ['stop', ['season_catalogue en']],
    ['nowhere', []],
  ])('is searched for “%s” in names and all texts', (words, keys) => expect(found({ words })).toEqual(keys));

  it('is narrowed by category and language', () => {
    expect(found({ category: 'marketing' })).toEqual(['season_catalogue en', 'win_a_prize en']);
    expect(found({ language: 'ar' })).toEqual(['order_shipped ar']);
    expect(found({ language: 'ar', category: 'marketing' })).toEqual([]);
    expect(languagesOf(templates)).toEqual(['ar', 'de', 'en', 'en_US']);
  });
});

describe('a template that was chosen', () => {
  const chosen = sampleTemplate('order_shipped', 'Hello', [], { language: 'en_US' });

  it('is as the list has it now', () => {
    const paused = { ...chosen, status: 'paused' as const, reason: 'quality' };
    expect(liveTemplate(chosen, [paused])).toBe(paused);
  });
  it('stays as it was while no list is known', () => expect(liveTemplate(chosen, undefined)).toBe(chosen));
  it('is deleted when the list has it in another language only', () => {
    expect(liveTemplate(chosen, [{ ...chosen, language: 'en' }])).toEqual({
      ...chosen,
      status: 'deleted',
      reason: null,
    });
  });
});
