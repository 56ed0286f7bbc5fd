import { describe, expect, it } from 'vitest';
import type { ContentFinding } from '#shared/plugin-api/views.ts';
import { failureStep } from './failure-step.ts';

const finding = (severity: ContentFinding['severity']): ContentFinding => ({
  field: 'message',
  severity,
  sentence: '',
});
const passing = { sentence: '', canRetry: true };
const instead = { ...passing, instead: 'notification' } as const;

describe('what leads on from a failure', () => {
  it('is a retry where it may get through now, whatever will not look as it should', () => {
    expect(failureStep(passing, [])).toBe('retry');
    expect(failureStep(instead, [finding('warning')])).toBe('retry');
  });

  it('is no retry that would be refused, nor of what is not known whole', () => {
    expect(failureStep(passing, [finding('blocking')])).toBeUndefined();
    expect(failureStep(passing, undefined)).toBeUndefined();
    expect(failureStep({ ...passing, canRetry: false }, [])).toBeUndefined();
  });

  it('is a notification where one gets through', () => {
    expect(failureStep(instead, [finding('blocking')])).toBe('notification');
    expect(failureStep({ ...instead, canRetry: false }, [])).toBe('notification');
  });
});
