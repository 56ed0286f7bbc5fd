import { describe, expect, it } from 'vitest';
import type { TemplateList } from '#shared/domain/template.ts';
import { ok, refuse } from '#shared/result.ts';
import { DeskClient } from '../ipc/desk-client.ts';
import { LibraryStore } from './library-store.ts';
import { ManualBridge, settle } from './testing.ts';

function page() {
  const bridge = new ManualBridge();
  const client = new DeskClient({ bridge, onRefusal: () => undefined, faultMessage: () => 'broken' });
  const library = new LibraryStore(client);
  const templates = () => library.store.getState().templates.get('jungle');
  return { bridge, library, templates };
}

const list = (refreshedAt: number): TemplateList => ({ channel: 'jungle', templates: [], refreshedAt, error: null });
const offline = refuse('offline', 'Not here yet.', true);

describe('the library of a page', () => {
  it('is asked for once, and again when the picture says that it is another', async () => {
    const { bridge, library, templates } = page();
    library.wantTemplates('kaa', 'jungle', 'true 0');
    library.wantTemplates('kaa', 'jungle', 'true 0');
    expect(bridge.of('template.list')).toHaveLength(1);
    expect(templates()).toEqual({ value: null, loading: true, error: null });
    bridge.of('template.list')[0]?.answer(ok(list(1)));
    await settle();
    expect(templates()).toEqual({ value: list(1), loading: false, error: null });
    library.wantTemplates('kaa', 'jungle', 'true 1');
    expect(templates()?.value).toEqual(list(1));
    bridge.of('template.list')[1]?.answer(ok(list(2)));
    await settle();
    expect(templates()?.value).toEqual(list(2));
  });

  it('drops an answer that a later one has overtaken', async () => {
    const { bridge, library, templates } = page();
    library.wantTemplates('kaa', 'jungle', 'true 0');
    library.wantTemplates('kaa', 'jungle', 'true 1');
    bridge.of('template.list')[1]?.answer(ok(list(2)));
    await settle();
    bridge.of('template.list')[0]?.answer(ok(list(1)));
    await settle();
    expect(templates()?.value).toEqual(list(2));
  });

  it('says why there is no list, and keeps one it has', async () => {
    const { bridge, library, templates } = page();
    library.wantTemplates('kaa', 'jungle', 'false 0');
    bridge.of('template.list')[0]?.answer(offline);
    await settle();
    expect(templates()).toEqual({ value: null, loading: false, error: offline.error });
    library.wantTemplates('kaa', 'jungle', 'true 0');
    bridge.of('template.list')[1]?.answer(ok(list(1)));
    await settle();
    const asked = library.requestTemplates('template.delete', { channel: 'jungle', id: '7' });
    bridge.of('template.delete')[0]?.answer(refuse('template-refused', 'Not that one.'));
    expect((await asked).ok).toBe(false);
    expect(templates()).toEqual({ value: list(1), loading: false, error: null });
  });

  it("shows nothing of one agent's to the next, also when it comes late", async () => {
    const { bridge, library, templates } = page();
    library.wantTemplates('kaa', 'jungle', 'true 0');
    library.wantResponses('kaa', 'true 0');
    bridge.of('response.list')[0]?.answer(ok({ responses: [] }));
    await settle();
    expect(library.store.getState().responses.value).toEqual([]);
    library.wantTemplates(null, 'jungle', 'true 0');
    bridge.of('template.list')[0]?.answer(ok(list(1)));
    await settle();
    expect(templates()).toBeUndefined();
    expect(library.store.getState().responses.value).toBeNull();
    expect(bridge.of('template.list')).toHaveLength(1);
  });
});
