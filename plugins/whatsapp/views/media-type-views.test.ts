import { describe, expect, it } from 'vitest';
import { createMediaTypeViews } from './media-type-views.tsx';

const views = createMediaTypeViews((key) => key);
const of = (name: string) => `whatsappsession.${name}`;

describe('the options of WhatsApp in pages', () => {
  it('have the defaults of the manifest', () => {
    expect(views.transcriptLook?.({})).toEqual({
      textSize: 14,
      colours: { client: '', agent: '', system: '', error: '' },
    });
    expect(views.followsNewMessages?.({})).toBe(true);
    expect(views.blinkSpan?.({})).toBe(0);
    expect(views.asksBeforeDone?.({})).toBe(false);
    expect(views.autoAnswer?.({})).toBeUndefined();
  });

  it('are read where they are set', () => {
    const look = views.transcriptLook?.({ [of('text-size')]: '20', [of('color.error')]: '#A00' });
    expect(look).toMatchObject({ textSize: 20, colours: { error: '#A00', agent: '' } });
    expect(views.blinkSpan?.({ [of('new-message-blinking-duration')]: '7' })).toBe(7);
    expect(views.blinkSpan?.({ [of('new-message-blinking')]: 'False' })).toBeUndefined();
    expect(views.asksBeforeDone?.({ [of('prompt-for-done')]: 'true' })).toBe(true);
    expect(views.autoAnswer?.({ [of('auto-answer')]: 'true', [of('auto-answer.timer')]: '5' })).toBe(5);
    expect(views.autoAnswer?.({ [of('auto-answer.timer')]: '5' })).toBeUndefined();
  });
});
