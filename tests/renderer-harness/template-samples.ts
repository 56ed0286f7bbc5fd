import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { Template, TemplateList } from '#shared/domain/template.ts';
import { parametersOf } from '#shared/rules/template-text.ts';
import { MINUTE, NOW } from './samples.ts';

let counter = 0;

/** An approved template; `examples` of its parameters in their order. */
export function sampleTemplate(
  name: string,
  text: string,
  examples: readonly string[] = [],
  rest: Partial<Template> = {},
): Template {
  counter += 1;
  const parameters = [...parametersOf(text)];
  return {
    id: `5944254792615${counter}`,
    channel: 'jungle',
    name,
    language: 'en',
    category: 'utility',
    status: 'approved',
    reason: null,
    quality: 'green',
    parameterFormat: parameters.every((one) => /^\d+$/.test(one)) ? 'positional' : 'named',
    header: null,
    body: { text, parameters, examples: Object.fromEntries(parameters.map((one, at) => [one, examples[at] ?? ''])) },
    footer: null,
    buttons: [],
    unknownParts: [],
    ...rest,
  };
}

const jungleTemplates: readonly Template[] = [
  sampleTemplate(
    'order_shipped',
    'Hello {{1}}, your order is on its way and should reach you by *{{2}}*. Thank you for shopping with us!',
    ['Akela', 'Friday'],
    {
      language: 'en_US',
      header: { format: 'text', text: 'Order {{1}}', parameters: ['1'], examples: { 1: 'J-1042' } },
      footer: 'Jungle support',
      buttons: [
        {
          type: 'url',
          title: 'Track parcel',
          url: 'https://jungle.example/track/{{1}}',
          hasParameter: true,
          example: 'https://jungle.example/track/J-1042',
        },
        { type: 'quick-reply', title: 'Talk to us' },
      ],
    },
  ),
  sampleTemplate(
    'appointment_reminder',
    'Dear {{first_name}}, we expect you on {{day}} at {{time}}. Does that still suit you?',
    ['Raksha', 'Tuesday', '10:30'],
    {
      buttons: [
        { type: 'quick-reply', title: 'Yes, I will come' },
        { type: 'quick-reply', title: 'Another day' },
        { type: 'call', title: 'Call us', phoneNumber: '+15550100199' },
      ],
    },
  ),
  sampleTemplate(
    'season_catalogue',
    'Hi {{1}}! 🌿 The rainy season is here, and so is our new collection. Members get *{{2}} percent* off this week.',
    ['Baloo', '15'],
    {
      category: 'marketing',
      quality: 'yellow',
      header: { format: 'image' },
      footer: 'Reply STOP to hear no more of this',
      buttons: [
        { type: 'copy-code', title: 'Copy offer code', example: 'JUNGLE15' },
        {
          type: 'url',
          title: 'See the collection',
          url: 'https://jungle.example/rain',
          hasParameter: false,
          example: '',
        },
        { type: 'quick-reply', title: 'Not for me' },
        { type: 'quick-reply', title: 'Remind me later' },
      ],
    },
  ),
  sampleTemplate('invoice_ready', 'Here is your invoice {{1}} of {{2}}. Please tell us if anything looks wrong.', [], {
    header: { format: 'document' },
    quality: 'unknown',
  }),
  sampleTemplate('order_shipped', 'مرحباً {{1}}، تم شحن طلبك ومن المتوقع وصوله يوم {{2}}. شكراً لتسوقك معنا!', [], {
    language: 'ar',
  }),
  sampleTemplate('business_followup', 'Jungle support has an answer for you: {{1}} Reply here to go on.', []),
  sampleTemplate('delivery_delayed', 'We are sorry: your parcel comes {{1}} days later than we said.', ['2'], {
    status: 'paused',
    reason: 'Paused for 3 hours because of low quality.',
    quality: 'red',
  }),
  sampleTemplate('win_a_prize', 'You have won {{1}}! Send us your number to get it at once.', ['a bicycle'], {
    status: 'rejected',
    reason: 'INVALID_FORMAT',
    category: 'marketing',
    quality: 'unknown',
  }),
  sampleTemplate('summer_survey', 'How was our service, {{1}}? One tap is enough to tell us.', ['Mora'], {
    status: 'pending',
    quality: 'unknown',
    language: 'de',
  }),
];

export const templateList: TemplateList = {
  channel: 'jungle',
  templates: [...jungleTemplates],
  refreshedAt: NOW - 12 * MINUTE,
  error: null,
};

/** Files that headers can be, and words for a notification. */
export const responseSamples: readonly StandardResponse[] = [
  {
    id: 'catalogue',
    name: 'Rainy season catalogue',
    category: 'Marketing',
    language: '',
    shortcut: '',
    text: '',
    files: [
      { name: 'rainy-season.jpg', mimeType: 'image/jpeg', size: 182_000 },
      { name: 'catalogue.pdf', mimeType: 'application/pdf', size: 1_820_000 },
    ],
    structure: null,
    faults: [],
  },
];
