import { describe, expect, it } from 'vitest';
import { sampleContact } from '../../../../tests/renderer-harness/samples.ts';
import { sampleTemplate } from '../../../../tests/renderer-harness/template-samples.ts';
import { structureBody } from './structure-body.ts';

const catalogue = sampleTemplate('season_catalogue', 'Hi {{1}}! Members get {{2}} percent off.', ['Baloo', '15'], {
  header: { format: 'text', text: 'For {{1}}', parameters: ['1'], examples: { 1: 'Baloo' } },
  buttons: [{ type: 'copy-code', title: 'Copy', example: 'X' }],
});
const notification = {
  type: 'notification',
  template: { name: 'season_catalogue', language: 'en' },
  fill: {
    header: { 1: '$Contact.DisplayName$' },
    body: { 1: '$Contact.DisplayName$', 2: '$AttachedData.Rate$' },
    buttons: { 0: 'CODE-$Contact.DisplayName$' },
    file: null,
  },
} as const;
const agent = { name: 'kaa', firstName: 'Kaa', lastName: 'Python' };
const facts = { contact: sampleContact({ name: 'Akela' }), interaction: null, agent, channel: 'Jungle support' };

describe('structureBody', () => {
  it('is the text of the template with what is known filled in, and what is not as its code', () => {
    expect(structureBody(notification, [catalogue], facts)).toMatchObject({
      header: { format: 'text', text: 'For Akela' },
      body: 'Hi Akela! Members get $AttachedData.Rate$ percent off.',
      buttons: [{ type: 'copy-code', code: 'CODE-Akela' }],
    });
  });

  it('fills in nothing while nothing is known of the customer', () => {
    expect(structureBody(notification, [catalogue], undefined)?.body).toContain('Hi $Contact.DisplayName$!');
  });

  it('is not known without the template in that language', () => {
    expect(structureBody(notification, [], facts)).toBeUndefined();
    expect(structureBody(notification, [{ ...catalogue, language: 'de' }], facts)).toBeUndefined();
  });

  it('is the message with its buttons', () => {
    const buttons = [{ id: 'yes', title: 'Yes' }];
    const interactive = {
      type: 'buttons',
      header: null,
      body: '$Contact.DisplayName$?',
      footer: null,
      buttons,
    } as const;
    expect(structureBody({ type: 'interactive', interactive: { ...interactive, buttons } }, [], facts)).toMatchObject({
      body: 'Akela?',
      buttons: [{ title: 'Yes' }],
    });
  });
});
