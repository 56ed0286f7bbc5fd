import { describe, expect, it } from 'vitest';
import { privilegeNames } from '#shared/options/privileges.ts';
import { privileges } from './privileges.ts';

describe('privileges', () => {
  it.each(Object.values(privileges))('%s is one that roles can grant', (name) => {
    expect(privilegeNames([])).toContain(name);
  });
});
