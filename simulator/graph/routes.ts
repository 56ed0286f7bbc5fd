import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { registerDownloads, uploadMedia } from './media.ts';
import { sendMessage } from './messages.ts';
import { listApps, listNumbers, subscribeApp, unsubscribeApp } from './numbers.ts';
import { deleteObject, getObject, postObject } from './objects.ts';
import { errorBody, graphOk, refuseObject } from './outcome.ts';
import { getProfile, setProfile } from './profile.ts';
import { markRead } from './read-marks.ts';
import { type GraphHandler, graphRoute } from './route.ts';
import { createTemplate, unpauseTemplate } from './template-create.ts';
import { deleteTemplates, listTemplates } from './templates.ts';

/** POST /{phone}/messages: a message, a read mark, or typing. */
const postMessages: GraphHandler = (call) => {
  const number = call.context.numbers.find(call.id);
  if (!number) return refuseObject(call.id, 'post');
  if (call.body.status === 'read') return markRead(call.context, number, call.body);
  return sendMessage(call.context, number, call.body, call.version);
};

/** Registration, and the like, of a number that is always registered. */
const acknowledge: GraphHandler = ({ context, id }) =>
  context.numbers.find(id) ? graphOk({ success: true }) : refuseObject(id, 'post');

const routes: readonly (readonly [method: 'GET' | 'POST' | 'DELETE', path: string, handler: GraphHandler])[] = [
  ['POST', '/:id/messages', postMessages],
  ['POST', '/:id/media', uploadMedia],
  ['GET', '/:id/message_templates', listTemplates],
  ['POST', '/:id/message_templates', createTemplate],
  ['DELETE', '/:id/message_templates', deleteTemplates],
  ['POST', '/:id/unpause', unpauseTemplate],
  ['GET', '/:id/phone_numbers', listNumbers],
  ['GET', '/:id/whatsapp_business_profile', getProfile],
  ['POST', '/:id/whatsapp_business_profile', setProfile],
  ['GET', '/:id/subscribed_apps', listApps],
  ['POST', '/:id/subscribed_apps', subscribeApp],
  ['DELETE', '/:id/subscribed_apps', unsubscribeApp],
  ['POST', '/:id/register', acknowledge],
  ['POST', '/:id/deregister', acknowledge],
  ['GET', '/:id', getObject],
  ['POST', '/:id', postObject],
  ['DELETE', '/:id', deleteObject],
];

/** The whole Graph API; other paths answer as Graph does for unknown ones. */
export function registerGraph(app: FastifyInstance, context: Context): void {
  for (const [method, path, handler] of routes) graphRoute(app, context, method, path, handler);
  registerDownloads(app, context);
  app.setNotFoundHandler((request, reply) => {
    const message = `(#2500) Unknown path components: ${request.url.split('?')[0] ?? ''}`;
    return reply.code(400).send(errorBody({ status: 400, code: 2500, message }));
  });
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status >= 500) context.log.error({ err: error, path: request.url }, 'the simulator failed');
    const message = `(#${status >= 500 ? 1 : 100}) ${error instanceof Error ? error.message : 'An unknown error occurred'}`;
    return reply.code(status).send(errorBody({ status, code: status >= 500 ? 1 : 100, message }));
  });
}
