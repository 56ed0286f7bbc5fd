import { z } from 'zod';
import { makeObjectId } from '../ids.ts';
import { type GraphOutcome, graphOk, refuseObject, refuseParameter } from './outcome.ts';
import { readParameter } from './parameter-errors.ts';
import type { GraphCall, GraphHandler } from './route.ts';
import { templateLanguages } from './template-languages.ts';
import { checkTemplate, refuseDuplicate } from './template-rules.ts';
import { componentSchema, type Template } from './template-types.ts';

const category = z
  .string()
  .toUpperCase()
  .pipe(z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']));
const parameterFormat = z
  .string()
  .toUpperCase()
  .pipe(z.enum(['POSITIONAL', 'NAMED']));

const createSchema = z.looseObject({
  name: z.string().min(1).max(512),
  language: z.string().min(1),
  category,
  components: z.array(componentSchema).min(1),
  parameter_format: parameterFormat.default('POSITIONAL'),
  message_send_ttl_seconds: z.number().int().optional(),
});

/** POST /{waba}/message_templates: the template is pending until its review. */
export const createTemplate: GraphHandler = ({ context, id, body }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'post');
  const request = readParameter(createSchema, body);
  if (!request.ok) return request;
  const { name, language, components, message_send_ttl_seconds: ttl, ...rest } = request.value;
  if (!/^[a-z0-9_]+$/.test(name)) {
    return refuseParameter('Param name can only have lowercase letters, digits and underscores.');
  }
  if (!templateLanguages.includes(language)) {
    return refuseParameter(`Param language must be one of {${templateLanguages.join(', ')}} - got "${language}".`);
  }
  const { templates } = context;
  if (templates.named(name, language) || templates.isLocked(name)) return refuseDuplicate(language);
  const draft = { components, parameter_format: rest.parameter_format, category: rest.category };
  const checked = checkTemplate(draft);
  if (!checked.ok) return checked;
  const template: Template = {
    ...draft,
    id: makeObjectId(),
    name,
    language,
    status: 'PENDING',
    rejected_reason: 'NONE',
    quality_score: { score: 'UNKNOWN' },
    ...(ttl === undefined ? {} : { message_send_ttl_seconds: ttl }),
  };
  templates.put(template);
  context.review.submit(template.id);
  return graphOk({ id: template.id, status: template.status, category: template.category });
};

const editSchema = z.looseObject({
  category: category.optional(),
  components: z.array(componentSchema).min(1).optional(),
  message_send_ttl_seconds: z.number().int().optional(),
});

/** POST /{template}: the list of components is replaced whole, and reviewed again. */
export function editTemplate({ context, body }: GraphCall, template: Template): GraphOutcome {
  const request = readParameter(editSchema, body);
  if (!request.ok) return request;
  if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
    return refuseParameter(`A message template with status ${template.status} cannot be edited.`);
  }
  const { components = template.components, category: wanted = template.category } = request.value;
  if (template.status === 'APPROVED' && wanted !== template.category) {
    return refuseParameter('The category of an approved message template cannot be changed.');
  }
  const draft = { components, category: wanted, parameter_format: template.parameter_format };
  const checked = checkTemplate(draft);
  if (!checked.ok) return checked;
  context.templates.change(template.id, { ...draft, status: 'PENDING' });
  context.review.submit(template.id);
  return graphOk({ success: true });
}

/** POST /{template}/unpause. */
export const unpauseTemplate: GraphHandler = ({ context, id }) => {
  const template = context.templates.find(id);
  if (!template) return refuseObject(id, 'post');
  if (template.status !== 'PAUSED') return refuseParameter('The message template is not paused.');
  context.review.decide(id, { status: 'APPROVED' });
  return graphOk({ success: true });
};
