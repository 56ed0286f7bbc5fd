import { describe, expect, it } from 'vitest';
import { matches } from './node-modules.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a-for-another-system': { version: '1.0.0', optional: true },
};

describe('node modules against the lock file', () => {
  it('are complete without the optional packages of other systems', () => {
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it('are not complete when a package is missing or of another version', () => {
    expect(matches(wanted, {})).toBe(false);
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
  });

  it('are not complete when an optional package is of another version', () => {
    const installed = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-for-another-system': { version: '2.0.0' },
    };
    expect(matches(wanted, installed)).toBe(false);
  });
});
