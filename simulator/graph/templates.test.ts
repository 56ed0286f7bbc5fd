import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await new World().start();
});
afterEach(() => world.stop());

const path = `/v25.0/${account}/message_templates`;
const draft = (change: object = {}) => ({
  name: 'parcel_late',
  language: 'en',
  category: 'utility',
  components: [{ type: 'BODY', text: 'Your parcel {{1}} is late, sorry.', example: { body_text: [['J-1']] } }],
  ...change,
});
const body = (text: string, examples: readonly string[] = []) => ({
  components: [{ type: 'BODY', text, example: { body_text: [examples] } }],
});

describe('listing', () => {
  it('gives the default fields', async () => {
    const { data } = (await world.graph('GET', path)).body;
    expect(data.length).toBeGreaterThan(5);
    expect(Object.keys(data[0]).sort()).toEqual(
      ['category', 'components', 'id', 'language', 'name', 'parameter_format', 'status'].sort(),
    );
  });

  it('goes through pages by cursor until there is no next', async () => {
    const all = (await world.graph('GET', `${path}?limit=1000`)).body.data.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    let query = '?limit=4&fields=name,status';
    for (let round = 0; round < 10; round += 1) {
      const { data, paging } = (await world.graph('GET', path + query)).body;
      seen.push(...data.map(({ id }: { id: string }) => id));
      expect(data[0].components).toBeUndefined();
      if (!paging.next) break;
      expect(paging.next).toContain(`after=${paging.cursors.after}`);
      query = `?limit=4&fields=name,status&after=${paging.cursors.after}`;
    }
    expect(seen).toEqual(all);
  });

  it('filters', async () => {
    const names = async (query: string) =>
      (await world.graph('GET', path + query)).body.data.map(({ name }: { name: string }) => name);
    expect(await names('?status=REJECTED')).toEqual(['flash_sale']);
    expect(await names('?name=order_shipped&language=ar')).toEqual(['order_shipped']);
    expect(await names('?category=AUTHENTICATION')).toEqual(['login_code']);
  });

  it('refuses a bad cursor and another account', async () => {
    expect((await world.graph('GET', `${path}?after=nonsense`)).body.error.code).toBe(131059);
    expect((await world.graph('GET', '/v25.0/1/message_templates')).body.error.error_subcode).toBe(33);
  });
});

describe('creating', () => {
  it('is pending first, then approved, with a webhook', async () => {
    const created = await world.graph('POST', path, draft());
    expect(created.body).toEqual({ id: expect.stringMatching(/^\d+$/), status: 'PENDING', category: 'UTILITY' });
    const template = { name: 'parcel_late', language: { code: 'en' } };
    const early = await world.send({ type: 'template', template });
    expect([early.status, early.body.error.code]).toEqual([404, 132001]);
    world.clock.advance(5000);
    const value = await world.value(0);
    expect(value).toMatchObject({ event: 'APPROVED', message_template_id: Number(created.body.id), reason: 'NONE' });
    expect(JSON.parse(world.receiver.received[0]?.body ?? '').entry[0]).toMatchObject({
      id: account,
      time: expect.any(Number),
    });
    const parameters = [{ type: 'text', text: 'J-7' }];
    const sent = await world.send({
      type: 'template',
      template: { ...template, components: [{ type: 'body', parameters }] },
    });
    expect(sent.body.messages[0].message_status).toBe('accepted');
  });

  it('can be rejected, with the reason', async () => {
    const { id } = (await world.graph('POST', path, draft({ name: 'please_reject_me' }))).body;
    world.clock.advance(5000);
    expect(await world.value(0)).toMatchObject({ event: 'REJECTED', reason: 'INVALID_FORMAT', rejection_info: {} });
    const { status, rejected_reason } = (await world.graph('GET', `/${id}?fields=status,rejected_reason`)).body;
    expect([status, rejected_reason]).toEqual(['REJECTED', 'INVALID_FORMAT']);
  });

  it.each([
    ['capital letters in the name', draft({ name: 'Parcel' }), undefined],
    ['an unknown language', draft({ language: 'xx' }), undefined],
    ['no body', draft({ components: [{ type: 'FOOTER', text: 'Jungle' }] }), 2388072],
    ['a parameter at the start', draft(body('{{1}} is late, sorry for that', ['J'])), 2388299],
    ['a parameter at the end', draft(body('We are sorry, dear {{1}}', ['J'])), 2388299],
    ['neighbouring parameters', draft(body('Dear all {{1}} {{2}} good bye now', ['J', 'K'])), 2388072],
    ['a gap', draft(body('Dear {{1}} and also {{3}}, good bye to you', ['J', 'K'])), 2388072],
    ['no example', draft(body('Dear {{1}}, good bye to you')), 2388072],
    ['too many parameters', draft(body('A {{1}} b {{2}} c', ['J', 'K'])), 2388293],
    ['a long body', draft(body('x'.repeat(1025))), 2388040],
    [
      'an emoji on a button',
      draft({
        components: [
          ...body('Good day to you').components,
          { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes 👍' }] },
        ],
      }),
      2388060,
    ],
    ['what is there already', draft({ name: 'order_shipped', language: 'ar' }), 2388024],
  ])('refuses %s', async (_, request, subcode) => {
    const { status, body: answer } = await world.graph('POST', path, request);
    expect([status, answer.error.code, answer.error.error_subcode]).toEqual([400, 100, subcode]);
  });
});

describe('deleting', () => {
  it('takes all languages of a name, and locks the name for 30 days', async () => {
    expect((await world.graph('DELETE', `${path}?name=order_shipped`)).body).toEqual({ success: true });
    expect((await world.graph('GET', `${path}?name=order_shipped`)).body.data).toEqual([]);
    const again = draft({ name: 'order_shipped' });
    expect((await world.graph('POST', path, again)).body.error.error_subcode).toBe(2388024);
    world.clock.advance(30 * 24 * 3_600_000);
    expect((await world.graph('POST', path, again)).status).toBe(200);
  });

  it('takes one by id, and refuses what is not there', async () => {
    const [{ id }] = (await world.graph('GET', `${path}?name=order_shipped&language=ar`)).body.data;
    await world.graph('DELETE', `${path}?name=order_shipped&hsm_id=${id}`);
    expect((await world.graph('GET', `${path}?name=order_shipped`)).body.data).toHaveLength(1);
    expect((await world.graph('DELETE', `${path}?name=nothing`)).status).toBe(400);
  });
});

describe('later', () => {
  it('Meta pauses a template: it cannot be sent any more, and the business is told', async () => {
    await world.control('/templates/hello_world', { status: 'PAUSED' });
    expect(await world.value(0)).toMatchObject({ event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } });
    const { body: answer } = await world.send({
      type: 'template',
      template: { name: 'hello_world', language: { code: 'en_US' } },
    });
    expect(answer.error.code).toBe(132015);
  });

  it('the quality changes', async () => {
    await world.control('/templates/order_shipped', { language: 'en_US', quality: 'YELLOW' });
    expect(await world.value(0)).toMatchObject({ previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' });
  });

  it('an edit is reviewed again', async () => {
    const [{ id }] = (await world.graph('GET', `${path}?name=business_followup`)).body.data;
    const edited = await world.graph(
      'POST',
      `/v25.0/${id}`,
      body('We have news: {{1}} Please answer us here.', ['news']),
    );
    expect(edited.body).toEqual({ success: true });
    expect((await world.graph('GET', `/${id}`)).body.status).toBe('PENDING');
    world.clock.advance(5000);
    expect((await world.value(0)).event).toBe('APPROVED');
  });
});

describe('messages that are held', () => {
  const template = { name: 'hello_world', language: { code: 'en_US' } };
  const hold = () => world.control('/templates/hello_world', { held: true });

  it('are taken and go on their way when they are released', async () => {
    await hold();
    const sent = await world.send({ type: 'template', template });
    expect(sent.body.messages[0].message_status).toBe('held_for_quality_assessment');
    world.clock.advance(60_000);
    expect(await world.phone()).toEqual([]);
    await world.control('/templates/hello_world', { held: false });
    world.clock.advance(60_000);
    expect(await world.phone()).toMatchObject([{ kind: 'template', status: 'delivered' }]);
    expect((await world.send({ type: 'template', template })).body.messages[0].message_status).toBe('accepted');
  });

  it('fail when their template is paused meanwhile', async () => {
    await hold();
    await world.send({ type: 'template', template });
    await world.control('/templates/hello_world', { status: 'PAUSED' });
    world.clock.advance(60_000);
    expect(await world.phone()).toEqual([]);
    await world.receiver.atLeast(2);
    const failed = world.receiver.received.map(({ body }) => body).find((body) => body.includes('"failed"'));
    expect(failed).toContain('132015');
  });
});

it('tells of another category', async () => {
  await world.control('/templates/hello_world', { category: 'MARKETING' });
  expect(await world.value(0)).toMatchObject({
    message_template_name: 'hello_world',
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  });
});
