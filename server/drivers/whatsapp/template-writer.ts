import { assertNever } from '#shared/assert.ts';
import type { TemplateButton } from '#shared/domain/template.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { parametersOf } from '#shared/rules/template-text.ts';
import { isPositional } from './template-components.ts';

type Json = Record<string, unknown>;
type DraftText = TemplateDraft['body'];

/** A draft as the provider takes it (sections 9.1 and 9.2). */
export function draftPayload(draft: TemplateDraft): Json {
  const { name, language, header, body, footer, buttons } = draft;
  const positional = isPositional([...parametersOf(header?.text ?? ''), ...parametersOf(body.text)]);
  return {
    name,
    language,
    category: draft.category.toUpperCase(),
    parameter_format: positional ? 'positional' : 'named',
    components: [
      ...(header ? [{ type: 'HEADER', format: 'TEXT', ...textPayload(header, 'header_text', positional) }] : []),
      { type: 'BODY', ...textPayload(body, 'body_text', positional) },
      ...(footer ? [{ type: 'FOOTER', text: footer }] : []),
      ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(buttonPayload) }] : []),
    ],
  };
}

function textPayload({ text, examples }: DraftText, member: 'header_text' | 'body_text', positional: boolean): Json {
  const names = parametersOf(text);
  if (names.length === 0) return { text };
  if (!positional) {
    const named = names.map((name) => ({ param_name: name, example: examples[name] ?? '' }));
    return { text, example: { [`${member}_named_params`]: named } };
  }
  const values = names.toSorted((a, b) => Number(a) - Number(b)).map((name) => examples[name] ?? '');
  return { text, example: { [member]: member === 'body_text' ? [values] : values } };
}

function buttonPayload(button: TemplateButton): Json {
  switch (button.type) {
    case 'quick-reply':
      return { type: 'QUICK_REPLY', text: button.title };
    case 'url': {
      const { title: text, url, hasParameter, example } = button;
      return { type: 'URL', text, url, ...(hasParameter ? { example: [example] } : {}) };
    }
    case 'call':
      return { type: 'PHONE_NUMBER', text: button.title, phone_number: button.phoneNumber };
    case 'copy-code':
      return { type: 'COPY_CODE', example: button.example };
    default:
      return assertNever(button);
  }
}
