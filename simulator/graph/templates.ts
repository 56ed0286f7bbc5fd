import type { Context } from '../context.ts';
import { asText, type JsonObject } from '../json.ts';
import { selectFields } from './fields.ts';
import { type GraphOutcome, graphOk, graphRefuse, refuseObject, refuseParameter } from './outcome.ts';
import { page } from './paging.ts';
import type { GraphCall, GraphHandler } from './route.ts';
import type { Template } from './template-types.ts';

const defaultFields: readonly string[] = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
  'id',
];

/** GET /{waba}/message_templates with filters and cursors. */
export const listTemplates: GraphHandler = ({ context, id, query, version }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'get');
  const address = `${context.baseUrl()}/${version}/${id}/message_templates`;
  const found = context.templates.all().filter((template) => matches(template, query));
  return page(found, { query, address }, (template) => selectFields({ ...template }, query.fields, defaultFields));
};

function matches(template: Template, query: JsonObject): boolean {
  const has = (given: unknown, value: string) =>
    asText(given) === '' || asText(given).toUpperCase().split(',').includes(value.toUpperCase());
  const content = JSON.stringify(template.components).toLowerCase();
  const searched = asText(query.name_or_content).toLowerCase();
  return (
    (asText(query.name) === '' || template.name.includes(asText(query.name))) &&
    (asText(query.content) === '' || content.includes(asText(query.content).toLowerCase())) &&
    (searched === '' || template.name.includes(searched) || content.includes(searched)) &&
    has(query.status, template.status) &&
    has(query.category, template.category) &&
    has(query.language, template.language) &&
    has(query.quality_score, template.quality_score.score)
  );
}

/** GET /{template}. */
export function describeTemplate({ query }: GraphCall, template: Template): GraphOutcome {
  return graphOk(selectFields({ ...template }, query.fields, defaultFields));
}

/** DELETE /{waba}/message_templates by `name` (all languages), or by `hsm_id` or `hsm_ids`. */
export const deleteTemplates: GraphHandler = ({ context, id, query, body }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'delete');
  const wanted = templatesToDelete(context, { ...body, ...query });
  if (!wanted.ok) return wanted;
  if (wanted.value.length === 0) {
    return graphRefuse({
      status: 400,
      code: 100,
      subcode: 2593002,
      message: 'Invalid parameter',
      userTitle: 'Message Template Not Found',
      userMessage: 'The message template does not exist or was already deleted.',
    });
  }
  if (wanted.value.some((template) => template.status === 'DISABLED')) {
    return refuseParameter('A disabled message template cannot be deleted.');
  }
  for (const template of wanted.value) context.templates.delete(template.id);
  return graphOk({ success: true });
};

function templatesToDelete({ templates }: Context, query: JsonObject): GraphOutcome<readonly Template[]> {
  const name = asText(query.name);
  const ids = [asText(query.hsm_id), ...asText(query.hsm_ids).split(/[^\d]+/)].filter((id) => id !== '');
  if (name === '' && ids.length === 0) return refuseParameter('The parameter name is required.');
  if (ids.length === 0) return graphOk(templates.all().filter((template) => template.name === name));
  const found = ids.map((id) => templates.find(id));
  return graphOk(
    found.filter((template) => template !== undefined && (name === '' || template.name === name)) as Template[],
  );
}
