import { describe, expect, it } from 'vitest';
import { bySeverity, diagnosticsText, placeOf } from './diagnostic-text.ts';

const warning = {
  file: 'tenant.ini',
  line: 4,
  column: 1,
  code: 'unknown-option',
  severity: 'warning',
  message: 'W.',
} as const;
const error = {
  file: 'application.ini',
  line: 12,
  column: 9,
  code: 'bad-value',
  severity: 'error',
  message: 'E.',
} as const;
const whole = {
  file: 'agents/kaa.ini',
  line: 0,
  column: 0,
  code: 'unreadable',
  severity: 'fatal',
  message: 'F.',
} as const;

describe('bySeverity', () => {
  it('puts the heaviest first and keeps the order of equals', () => {
    const other = { ...warning, line: 9 };
    expect(bySeverity([warning, other, error, whole])).toEqual([whole, error, warning, other]);
  });
});

describe('placeOf', () => {
  it('says file, line and column, or the file alone', () => {
    expect(placeOf(error)).toBe('application.ini:12:9');
    expect(placeOf({ ...error, column: 0 })).toBe('application.ini:12');
    expect(placeOf(whole)).toBe('agents/kaa.ini');
  });
});

describe('diagnosticsText', () => {
  it('has one finding a line, under the folder', () => {
    const list = { options: [], diagnostics: [warning, error], folder: '/etc/replydesk', state: 'last-good' } as const;
    expect(diagnosticsText({ ...list, options: [], diagnostics: [...list.diagnostics] }, '')).toBe(
      '/etc/replydesk (last-good)\napplication.ini:12:9: error: E. (bad-value)\ntenant.ini:4:1: warning: W. (unknown-option)\n',
    );
  });

  it('names the place where the agent sits', () => {
    const list = { options: [], diagnostics: [], folder: '/etc/replydesk', state: 'in-force' } as const;
    expect(diagnosticsText({ ...list, options: [], diagnostics: [] }, 'Desk 7')).toBe(
      '/etc/replydesk (in-force)\nplace: Desk 7\n',
    );
  });
});
