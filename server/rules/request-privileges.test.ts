import { describe, expect, it } from 'vitest';
import { privilegeNames } from '#shared/options/privileges.ts';
import { type MethodParams, methods } from '#shared/protocol/methods.ts';
import { methodNeeds, privilegesForMethod, privilegesForRoute, routeNeeds, sendNeeds } from './request-privileges.ts';

const done = { interactionId: 'i1', note: null };

describe('the table of privileges', () => {
  it('has an entry for every method, and for none that is not there', () => {
    expect(Object.keys(methodNeeds).sort()).toEqual(Object.keys(methods).sort());
  });

  it('says why where nothing is needed', () => {
    for (const need of [...Object.values(methodNeeds), ...Object.values(routeNeeds)]) {
      if (typeof need === 'function') continue;
      if ('none' in need) expect(need.none.length).toBeGreaterThan(10);
      else expect(need.length).toBeGreaterThan(0);
    }
  });

  it('names only privileges that exist', () => {
    const known = privilegeNames(['jungle']);
    const { use, reply } = sendNeeds('jungle');
    const needed = [
      use,
      reply,
      ...privilegesForMethod('offer.accept', { offerId: 'o1' }),
      ...privilegesForMethod('offer.reject', { offerId: 'o1' }),
      ...privilegesForMethod('interaction.done', { ...done, dispositionCode: 'resolved' }),
      ...Object.keys(routeNeeds).flatMap((name) => {
        const [method = '', path = ''] = name.split(' ');
        return privilegesForRoute(method, path) ?? ['missing'];
      }),
    ];
    for (const name of needed) expect(known).toContain(name);
  });

  it('asks for the disposition only where one is given', () => {
    const without = privilegesForMethod('interaction.done', { ...done, dispositionCode: null });
    expect(without).toEqual(['InteractionWorkspace.WorkItem.canMarkDone']);
    const given = privilegesForMethod('interaction.done', { ...done, dispositionCode: 'resolved' });
    expect(given).toEqual([...without, 'InteractionWorkspace.WorkItem.canSetDisposition']);
  });

  it('asks for the right to add contacts where consent is recorded for a number', () => {
    const of = (target: MethodParams<'contact.set-consent'>['target']) =>
      privilegesForMethod('contact.set-consent', { target, channel: 'jungle', optOut: 'all' });
    const edit = ['InteractionWorkspace.Contact.canUse', 'InteractionWorkspace.Contact.canEdit'];
    expect(of({ contactId: 'c1' })).toEqual(edit);
    expect(of({ number: '4915550000001' })).toEqual([...edit, 'InteractionWorkspace.Contact.canCreate']);
  });

  it('knows no route by accident', () => {
    expect(privilegesForRoute('GET', '/api/v1/queues')).toEqual(['Supervisor.canSeeQueues']);
    expect(privilegesForRoute('GET', '/healthz')).toEqual([]);
    expect(privilegesForRoute('POST', '/api/v1/queues')).toBeUndefined();
    expect(privilegesForRoute('constructor', '')).toBeUndefined();
  });
});
