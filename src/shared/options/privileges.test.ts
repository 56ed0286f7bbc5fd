import { describe, expect, it } from 'vitest';
import {
  channelPrivilege,
  hasPrivilege,
  privilegeDeclarations,
  privilegeNames,
  WHATSAPP_PRIVILEGE,
  workItemPrivileges,
} from './privileges.ts';

describe('privileges', () => {
  it('are each declared once, with a sentence', () => {
    const names = privilegeDeclarations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { description } of privilegeDeclarations) expect(description).toMatch(/^[A-Z].*\.$/);
    expect(names).toEqual(expect.arrayContaining([WHATSAPP_PRIVILEGE, ...workItemPrivileges]));
    expect(workItemPrivileges).toHaveLength(9);
  });

  it('of channels are there for each channel, whatever it is called', () => {
    const names = privilegeNames(['jungle', 'a.$&']);
    expect(names).toContain(channelPrivilege('jungle', 'canReply'));
    expect(names).toContain('Channel.a.$&.canStartOutbound');
    expect(names.join()).not.toContain('<channel>');
    expect(privilegeNames([]).some((name) => name.startsWith('Channel.'))).toBe(false);
  });

  it('are all there while access control is off, and only what is granted while it is on', () => {
    expect(hasPrivilege(null, 'Any.thing')).toBe(true);
    expect(hasPrivilege(['A.x'], 'A.x')).toBe(true);
    expect(hasPrivilege(['A.x'], 'A.X')).toBe(false);
    expect(hasPrivilege([], 'A.x')).toBe(false);
  });
});
