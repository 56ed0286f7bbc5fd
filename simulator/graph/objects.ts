import { deleteMedia, describeMedia } from './media.ts';
import { changeNumber, describeNumber } from './numbers.ts';
import { graphOk, refuseObject } from './outcome.ts';
import type { GraphHandler } from './route.ts';
import { editTemplate } from './template-create.ts';
import { describeTemplate } from './templates.ts';

/** GET /{object}: a number, a file, a template, or the business account. */
export const getObject: GraphHandler = (call) => {
  const { context, id } = call;
  const number = context.numbers.find(id);
  if (number) return describeNumber(call, number);
  const media = context.media.find(id);
  if (media) return describeMedia(call, media);
  const template = context.templates.find(id);
  if (template) return describeTemplate(call, template);
  if (id === context.settings.businessAccountId) {
    return graphOk({
      id,
      name: 'Jungle',
      timezone_id: '1',
      message_template_namespace: 'b1c2d3e4_0000_4000_8000_a1b2c3d4e5f6',
    });
  }
  return refuseObject(id, 'get');
};

/** POST /{object}: a number's settings or a template's new content. */
export const postObject: GraphHandler = (call) => {
  const { context, id } = call;
  const number = context.numbers.find(id);
  if (number) return changeNumber(call, number);
  const template = context.templates.find(id);
  return template ? editTemplate(call, template) : refuseObject(id, 'post');
};

/** DELETE /{object}: a file. */
export const deleteObject: GraphHandler = (call) => {
  const media = call.context.media.find(call.id);
  return media ? deleteMedia(call, media) : refuseObject(call.id, 'delete');
};
