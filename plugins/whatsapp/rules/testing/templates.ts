import { parametersOf, type Template, type TemplateFill } from '#shared/plugin-api/domain.ts';

/** A template for tests: approved, with just this text. */
export function sampleTemplate(text: string, changes: Partial<Template> = {}): Template {
  return {
    id: '1',
    channel: 'jungle',
    name: 'sample',
    language: 'en',
    category: 'utility',
    status: 'approved',
    reason: null,
    quality: 'green',
    parameterFormat: 'positional',
    header: null,
    body: { text, parameters: [...parametersOf(text)], examples: {} },
    footer: null,
    buttons: [],
    unknownParts: [],
    ...changes,
  };
}

/** Values for tests; nothing is filled in but what is said. */
export function sampleFill(changes: Partial<TemplateFill> = {}): TemplateFill {
  return { header: {}, file: null, body: {}, buttons: {}, ...changes };
}
