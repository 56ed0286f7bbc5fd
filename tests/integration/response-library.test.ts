import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { methods } from '#shared/protocol/methods.ts';
import { DeskClient } from '../support/desk-client.ts';
import { eventually, roleOf } from '../support/server-options.ts';
import { TestServer } from '../support/test-server.ts';

const HELLO = '[standard-response]\nname = Hello\ncategory = Greetings/Short\nlanguage = en\n[text]\nHello!\n';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({
    more: `[standard-response-bye]\ntext = Good bye\nlanguage = de\n${roleOf('kaa')}`,
    files: (folder) => {
      mkdirSync(join(folder, 'responses', 'files'), { recursive: true });
      writeResponse('hello', HELLO, folder);
    },
  });
});
afterEach(() => server.stop());

function writeResponse(id: string, text: string, folder = server.optionFolder): void {
  writeFileSync(join(folder, 'responses', `${id}.ini`), text);
}

async function connect(agent: string): Promise<DeskClient> {
  const { token } = await server.logIn(agent);
  const desk = await DeskClient.connect(server.url, token);
  await desk.welcome();
  return desk;
}

async function responses(desk: DeskClient) {
  const answer = await desk.request('response.list', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return methods['response.list'].result.parse(answer.value).responses;
}

async function list(desk: DeskClient): Promise<readonly string[]> {
  return (await responses(desk)).map(({ id }) => id);
}

const told = (desk: DeskClient) => desk.frames.filter((frame) => frame.type === 'library');

describe('the standard responses', () => {
  it('come from sections and from files of their own, over socket and REST', async () => {
    const desk = await connect('kaa');
    expect(await list(desk)).toEqual(['bye', 'hello']);
    const token = await server.administratorToken();
    const { body } = await server.get('/api/v1/standard-responses?category=Greetings&language=en', token);
    expect(body.items).toMatchObject([{ id: 'hello', text: 'Hello!', category: 'Greetings/Short', faults: [] }]);
    await desk.drop();
  });

  it('are read anew when a file is written, changed, removed or gets what it misses, and desks are told', async () => {
    const desk = await connect('kaa');
    let changes = 0;
    const changed = async () => {
      changes += 1;
      await eventually(`change ${changes}`, () => told(desk).length === changes);
      return list(desk);
    };
    writeResponse('new', '[standard-response]\nfiles = crate.png\n[text]\nSee\n');
    expect(await changed()).toEqual(['bye', 'hello', 'new']);
    const faults = async () => (await responses(desk)).find(({ id }) => id === 'new')?.faults;
    expect(await faults()).toEqual([expect.stringContaining('crate.png is not in responses/files/')]);
    writeFileSync(join(server.optionFolder, 'responses', 'files', 'crate.png'), 'picture');
    await changed();
    expect(await faults()).toEqual([]);
    rmSync(join(server.optionFolder, 'responses', 'hello.ini'));
    expect(await changed()).toEqual(['bye', 'new']);
    expect(told(desk)[0]).toEqual({ type: 'library', what: 'responses', channel: null });
    await desk.drop();
  });

  it('have files that can be looked at, and no other file can', async () => {
    writeFileSync(join(server.optionFolder, 'responses', 'files', 'a crate.png'), 'picture');
    const { token } = await server.logIn('kaa');
    const get = (name: string, bearer = token) =>
      fetch(`${server.url}/api/v1/standard-responses/files/${name}`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
    const found = await get('a%20crate.png');
    expect([found.status, found.headers.get('content-type'), await found.text()]).toEqual([
      200,
      'image/png',
      'picture',
    ]);
    expect(found.headers.get('content-disposition')).toBe('attachment');
    expect(found.headers.get('x-content-type-options')).toBe('nosniff');
    for (const name of ['gone.png', '..%2Fhello.ini', '..%5Chello.ini', '%00.png']) {
      expect((await get(name)).status, name).toBe(404);
    }
    expect((await get('a%20crate.png', 'nobody')).status).toBe(401);
    const described = await fetch(`${server.url}/api/v1/openapi.json`);
    expect(await described.text()).toContain('"format":"binary"');
  });

  it('that are wrong keep neither the others nor a new role from counting', async () => {
    const desk = await connect('kaa');
    writeResponse('bad', 'no section\nat all');
    await desk.next('library');
    expect(await list(desk)).toEqual(['bye', 'bad', 'hello']);
    expect(server.logLines.filter((line) => line.includes('configuration-refused'))).toEqual([]);
    await desk.drop();
  });

  it('are for whoever has the privilege', async () => {
    const desk = await connect('baloo');
    const answer = await desk.request('response.list', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(answer.ok ? '' : answer.error.message).toContain('InteractionWorkspace.StandardResponse.canUse');
    const { token } = await server.logIn('baloo');
    expect((await server.get('/api/v1/standard-responses', token)).status).toBe(403);
    expect((await server.get('/api/v1/standard-responses/files/parcel.png', token)).status).toBe(403);
    await desk.drop();
  });
});
