import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import type { EngineKit } from './testing.ts';

/** A notification without parameters. */
export function sampleTemplate(changes: Partial<Template> = {}): Template {
  return {
    id: '77',
    channel: 'jungle',
    name: 'parcel_here',
    language: 'en',
    category: 'utility',
    status: 'approved',
    reason: null,
    quality: 'green',
    parameterFormat: 'positional',
    header: null,
    body: { text: 'Your parcel is here.', parameters: [], examples: {} },
    footer: null,
    buttons: [],
    unknownParts: [],
    ...changes,
  };
}

/** Puts a template where the provider's are kept. */
export async function knowTemplate(kit: EngineKit, template = sampleTemplate()): Promise<void> {
  await kit.storage.transaction((tables) => tables.templates.put({ template, account: 'a', toldAt: 0 }));
}

/** Sends the template. */
export function notification({ name, language } = sampleTemplate()): OutboundContent {
  const fill = { header: {}, file: null, body: {}, buttons: {} };
  return { kind: 'template', template: { name, language }, fill };
}
