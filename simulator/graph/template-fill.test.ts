import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../testing/world.ts';

const world = new World();
beforeAll(() => world.start({ limits: { pairSeconds: 0 } }));
afterAll(() => world.stop());

const text = (value: string, name?: string) => ({
  type: 'text',
  text: value,
  ...(name ? { parameter_name: name } : {}),
});
const part = (type: string, ...parameters: object[]) => ({ type, parameters });
const url = (value: string) => ({ type: 'button', sub_type: 'url', index: '0', parameters: [text(value)] });
const template = (name: string, code: string, ...components: object[]) => ({
  type: 'template',
  template: { name, language: { code }, components },
});
const shipped = (...components: object[]) => template('order_shipped', 'en_US', ...components);

describe('template messages', () => {
  it('show header, body, footer and buttons, filled', async () => {
    const body = part('body', text('Baloo'), text('Friday'));
    expect((await world.send(shipped(part('header', text('J-7')), body, url('J-7')))).status).toBe(200);
    world.clock.advance(1000);
    expect((await world.phone()).at(-1).text).toBe(
      'Order J-7\nHello Baloo, your order is on its way and should reach you by Friday. ' +
        'Thank you for shopping with us!\nJungle support\n[Track parcel]\n[Talk to us]',
    );
  });

  it('take named parameters in any order', async () => {
    const body = part('body', text('10:30', 'time'), text('Raksha', 'customer_name'), text('Tuesday', 'day'));
    await world.send(template('appointment_reminder', 'en', body));
    world.clock.advance(1000);
    expect((await world.phone()).at(-1).text).toContain('Dear Raksha, we expect you on Tuesday at 10:30.');
  });

  const header = part('header', text('J-7'));
  it.each([
    ['unknown', template('nothing', 'en'), 132001, 'template name (nothing) does not exist in en'],
    ['other language', template('hello_world', 'de'), 132001, 'template name (hello_world) does not exist in de'],
    ['pending', template('delivery_survey', 'en', part('body', text('x'))), 132001, 'does not exist in en'],
    ['paused', template('loyalty_points', 'en'), 132015, 'paused'],
    [
      'too few parameters',
      shipped(header, part('body', text('Baloo')), url('x')),
      132000,
      'body: number of localizable_params (1) does not match the expected number of params (2)',
    ],
    [
      'no header parameter',
      shipped(part('body', text('a'), text('b')), url('x')),
      132000,
      'header: number of localizable_params (0)',
    ],
    ['no button parameter', shipped(header, part('body', text('a'), text('b'))), 131008, 'requires a parameter'],
    [
      'new line',
      shipped(header, part('body', text('a\nb'), text('c')), url('x')),
      132018,
      'cannot have new-line/tab characters',
    ],
    [
      'five spaces',
      shipped(header, part('body', text('a     b'), text('c')), url('x')),
      132018,
      '4 consecutive spaces',
    ],
    ['empty parameter', shipped(header, part('body', text(''), text('c')), url('x')), 100, "['text'] is required"],
    [
      'named for positional',
      shipped(header, part('body', text('a', 'x'), text('b', 'y')), url('x')),
      132012,
      'not expected',
    ],
    [
      'no picture',
      template('season_catalogue', 'en', part('body', text('a'), text('b'))),
      132012,
      'header: Format mismatch, expected IMAGE, received UNKNOWN',
    ],
    ['too long', shipped(header, part('body', text('x'.repeat(1000)), text('b')), url('x')), 132005, 'too long'],
    [
      'no language',
      { type: 'template', template: { name: 'hello_world', language: {} } },
      100,
      "(#100) The parameter template['language']['code'] is required.",
    ],
  ])('are refused: %s', async (_, message, code, words) => {
    const { body } = await world.send(message);
    expect(body.error.code).toBe(code);
    expect(`${body.error.message} ${body.error.error_data?.details ?? ''}`).toContain(words);
  });

  it('had another code for bad parameters before v23.0', async () => {
    const message = shipped(header, part('body', text('a\tb'), text('c')), url('x'));
    expect((await world.send(message, 'v22.0')).body.error.code).toBe(100);
  });
});
