import { describe, expect, it } from 'vitest';
import { WHATSAPP_PRIVILEGE, workItemPrivileges } from '#shared/options/privileges.ts';
import { grantedTo, requireAll, whatsAppObstacle } from './privileges.ts';

describe('what an agent may', () => {
  it('is everything while access control is off, and nothing for whom no role names', () => {
    expect(grantedTo(null, 'kaa')).toBeNull();
    const grants = new Map([['kaa', ['A.x']]]);
    expect(grantedTo(grants, 'kaa')).toEqual(['A.x']);
    expect(grantedTo(grants, 'nobody')).toEqual([]);
  });

  it('is refused by the name of what is missing', () => {
    expect(requireAll(null, ['A.x'])).toMatchObject({ ok: true });
    expect(requireAll([], [])).toMatchObject({ ok: true });
    expect(requireAll(['A.x', 'B.x'], ['A.x', 'B.x'])).toMatchObject({ ok: true });
    const refused = requireAll(['A.x'], ['A.x', 'B.x']);
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden', retryable: false } });
    expect(JSON.stringify(refused)).toContain('B.x');
  });
});

describe('being offered WhatsApp', () => {
  const all = [WHATSAPP_PRIVILEGE, ...workItemPrivileges];

  it('takes all that the desk needs for loading the plug-in', () => {
    expect(whatsAppObstacle(null)).toBeUndefined();
    expect(whatsAppObstacle(all)).toBeUndefined();
    for (const name of all) {
      expect(whatsAppObstacle(all.filter((other) => other !== name))).toBe(`lacks the privilege ${name}`);
    }
    expect(whatsAppObstacle([])).toMatch(/^lacks the privileges .*canUse, /);
  });
});
