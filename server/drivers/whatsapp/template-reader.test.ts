import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateSchema } from '#shared/domain/template.ts';
import { readTemplate, readTemplateUpdate } from './template-reader.ts';
import { readWebhook } from './webhook.ts';

const plain = {
  ...{ id: '1', name: 'hello', language: 'en_US', status: 'APPROVED', category: 'UTILITY' },
  components: [{ type: 'BODY', text: 'Hello' }],
};
const read = (change: object) => readTemplate({ ...plain, ...change }, 'jungle');
const components = (...parts: unknown[]) => read({ components: parts });

describe('a template of the provider', () => {
  it.each([
    ['APPROVED', 'approved', null],
    ['approved', 'approved', null],
    ['REINSTATED', 'approved', null],
    ['PENDING_DELETION', 'pending-deletion', null],
    ['IN_APPEAL', 'in-appeal', null],
    ['LIMIT_EXCEEDED', 'disabled', 'LIMIT_EXCEEDED'],
    ['SOMETHING_NEW', 'disabled', 'SOMETHING_NEW'],
    [undefined, 'disabled', null],
    [7, 'disabled', '7'],
  ])('with status %j is %s', (status, wanted, reason) => {
    expect(read({ status })).toMatchObject({ status: wanted, reason });
  });

  it.each([
    ['INVALID_FORMAT', 'INVALID_FORMAT'],
    ['NONE', null],
    ['', null],
    [null, null],
  ])('rejected for %j says %j', (rejected_reason, reason) => {
    expect(read({ status: 'REJECTED', rejected_reason })).toMatchObject({ status: 'rejected', reason });
  });

  it.each([
    ['id as number', { id: 594425479261596 }, { id: '594425479261596' }],
    ['language with hyphen', { language: 'en-US' }, { language: 'en_US' }],
    ['category in small letters', { category: 'marketing' }, { category: 'marketing' }],
    ['category nobody knows', { category: 'OTP_LITE' }, { category: 'marketing' }],
    ['quality as object', { quality_score: { score: 'RED', date: 1 } }, { quality: 'red' }],
    ['quality as word', { quality_score: 'YELLOW' }, { quality: 'yellow' }],
    ['quality nobody knows', { quality_score: { score: 'BLUE' } }, { quality: 'unknown' }],
    ['parameter format in capitals', { parameter_format: 'NAMED' }, { parameterFormat: 'named' }],
    [
      'new members',
      { rainbow: true, components: [{ type: 'body', text: 'Hello', glow: 1 }] },
      { body: { text: 'Hello' } },
    ],
    ['no components', { components: undefined }, { body: { text: '', parameters: [] }, unknownParts: [] }],
    [
      'components that are none',
      { components: [null, 'x', 7, { type: 'BODY', text: 'Hi' }] },
      { body: { text: 'Hi' } },
    ],
    [
      'a body without text',
      { components: [{ type: 'BODY', add_security_recommendation: true }] },
      { body: { text: '' } },
    ],
  ])('may come with %s', (_what, change, wanted) => expect(read(change)).toMatchObject(wanted));

  it('says the format of its parameters where the provider does not', () => {
    expect(components({ type: 'BODY', text: 'Hello {{name}}!' })).toMatchObject({ parameterFormat: 'named' });
    expect(components({ type: 'BODY', text: 'Hello {{1}}!' })).toMatchObject({ parameterFormat: 'positional' });
  });

  it('has its numbered parameters in their order, wherever they stand', () => {
    const body = { type: 'BODY', text: 'On {{2}} comes {{1}}.', example: { body_text: [['parcel', 'Friday']] } };
    expect(components(body)?.body).toMatchObject({ parameters: ['1', '2'], examples: { 1: 'parcel', 2: 'Friday' } });
  });

  it.each([
    ['a carousel', { type: 'CAROUSEL', cards: [] }, ['CAROUSEL']],
    ['a limited offer', { type: 'LIMITED_TIME_OFFER' }, ['LIMITED_TIME_OFFER']],
    ['a place as header', { type: 'HEADER', format: 'LOCATION' }, ['HEADER LOCATION']],
    ['a moving picture', { type: 'HEADER', format: 'GIF' }, ['HEADER GIF']],
    [
      'a form',
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'FLOW', text: 'Open' },
          { type: 'FLOW', text: 'Close' },
        ],
      },
      ['FLOW'],
    ],
    ['a code by one tap', { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'ONE_TAP' }] }, ['OTP']],
    ['something without a name', { text: 'x' }, ['UNKNOWN']],
  ])('names %s as a part that it does not know', (_what, part, unknownParts) => {
    expect(components({ type: 'BODY', text: 'Hello' }, part)).toMatchObject({ body: { text: 'Hello' }, unknownParts });
  });

  it.each([
    ['no object', 'x'],
    ['nothing', null],
    ['without id', { ...plain, id: undefined }],
    ['without name', { ...plain, name: '' }],
    ['without language', { ...plain, language: undefined }],
    ['with a name that is too long', { ...plain, name: 'a'.repeat(513) }],
  ])('is left out when it is %s', (_what, raw) => expect(readTemplate(raw, 'jungle')).toBeUndefined());

  it('is read from any JSON without throwing, and is one of ours then', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (status, parts, quality_score) => {
        const template = read({ status, components: parts, quality_score });
        if (template) expect(templateSchema.parse(template)).toEqual(template);
      }),
    );
  });
});

describe('a webhook about a template', () => {
  const status = {
    ...{ event: 'PAUSED', message_template_id: 594425479261596, message_template_name: 'hello' },
    ...{ message_template_language: 'en-US', reason: 'NONE', other_info: { title: 'FIRST_PAUSE' } },
  };
  const update = (value: object, field = 'message_template_status_update') =>
    readTemplateUpdate('102', field, { ...status, ...value });

  it('has id, name and language as the list has them', () => {
    expect(update({})).toEqual({
      ...{ account: '102', id: '594425479261596', name: 'hello', language: 'en_US' },
      change: { status: 'paused', reason: 'FIRST_PAUSE' },
    });
  });

  it.each([
    ['APPROVED', { status: 'approved', reason: null }],
    ['REJECTED', { status: 'rejected', reason: 'SCAM' }],
    ['ARCHIVED', { status: 'archived', reason: 'SCAM' }],
    ['DELETED', { status: 'deleted', reason: 'SCAM' }],
    ['FLAGGED', {}],
    ['LOCKED', {}],
    ['UNARCHIVED', {}],
    ['SOMETHING_NEW', {}],
    [undefined, {}],
  ])('with event %j changes %j', (event, change) => {
    expect(update({ event, reason: 'SCAM' })?.change).toEqual(change);
  });

  it('tells of quality, category and content', () => {
    const quality = { event: undefined, new_quality_score: 'RED' };
    expect(update(quality, 'message_template_quality_update')?.change).toEqual({ quality: 'red' });
    // Meta's own example of a quality update says that it is a status update (section 20).
    expect(update(quality)?.change).toEqual({ quality: 'red' });
    const category = { event: undefined, new_category: 'MARKETING', correct_category: 'UTILITY' };
    expect(update(category, 'template_category_update')?.change).toEqual({ category: 'marketing' });
    expect(update({ event: undefined }, 'message_template_components_update')?.change).toEqual({});
  });

  it('is kept whole as a notice beside', () => {
    const change = { field: 'message_template_status_update', value: status };
    const body = { object: 'whatsapp_business_account', entry: [{ id: '102', time: 1, changes: [change] }] };
    const [batch] = readWebhook(body);
    expect(batch?.items).toMatchObject([
      { what: 'notice', value: status, template: { account: '102', change: { status: 'paused' } } },
    ]);
    const other = { ...body, entry: [{ id: '102', changes: [{ field: 'account_update', value: status }] }] };
    expect(readWebhook(other)[0]?.items[0]).not.toHaveProperty('template');
  });
});
