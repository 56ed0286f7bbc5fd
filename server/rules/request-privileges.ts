import { channelPrivilege, WHATSAPP_PRIVILEGE } from '#shared/options/privileges.ts';
import type { LibraryFrame } from '#shared/protocol/library.ts';
import type { MethodName, MethodParams } from '#shared/protocol/methods.ts';

/** Privileges of which all are needed, or why none is. */
export type Need = readonly string[] | { readonly none: string };

type MethodNeed<M extends MethodName> = Need | ((params: MethodParams<M>) => readonly string[]);

const CONTACT = 'InteractionWorkspace.Contact';
const WORK_ITEM = 'InteractionWorkspace.WorkItem';
const TEMPLATE_ADMIN = 'Administrator.canManageTemplates';
const STANDARD_RESPONSES = 'InteractionWorkspace.StandardResponse.canUse';
const own = { none: 'it is about the agent themselves' };
const visible = { none: 'it shows what is in their hands, and nothing else' };
const open = { none: 'it is for whoever may call it: see its access' };

/** What each method of the agent socket needs (ROLE-1). The compiler asks for an entry for each. */
export const methodNeeds: { readonly [M in MethodName]: MethodNeed<M> } = {
  'agent.set-state': own,
  // Where it goes is the administrator's option, not the agent's choice: `canMoveToWorkbin` is about the latter.
  'agent.log-out': own,
  'offer.accept': [WHATSAPP_PRIVILEGE, `${WORK_ITEM}.canUse`],
  // Letting it pass is nothing an agent does.
  'offer.reject': ({ missed = false }) => (missed ? [] : [`${WORK_ITEM}.canDecline`]),
  'message.send': { none: 'the engine asks for it, since it depends on the channel: see `sendNeeds`' },
  'message.mark-read': { none: 'it tells what they have seen of what is in their hands' },
  'interaction.typing': { none: 'it tells what they do with what is in their hands; sending asks for more' },
  'interaction.done': ({ dispositionCode }) =>
    dispositionCode === null
      ? [`${WORK_ITEM}.canMarkDone`]
      : [`${WORK_ITEM}.canMarkDone`, `${WORK_ITEM}.canSetDisposition`],
  'options.report': own,
  'interaction.get': visible,
  'contact.sessions': visible,
  'transcript.page': visible,
  'template.list': [WHATSAPP_PRIVILEGE],
  'template.refresh': [WHATSAPP_PRIVILEGE],
  'template.create': [TEMPLATE_ADMIN],
  'template.edit': [TEMPLATE_ADMIN],
  'template.delete': [TEMPLATE_ADMIN],
  'response.list': [STANDARD_RESPONSES],
  'contact.find': [`${CONTACT}.canUse`],
  'session.choices': [WHATSAPP_PRIVILEGE],
  'session.start': { none: 'the engine asks for it, since it depends on the channel: see `sendNeeds`' },
  // A number that nobody is known by becomes a contact.
  'contact.set-consent': ({ target }) => [
    `${CONTACT}.canUse`,
    `${CONTACT}.canEdit`,
    ...('number' in target ? [`${CONTACT}.canCreate`] : []),
  ],
};

/** What each REST route needs of an agent; administrators may call all. A route that is not here cannot be registered. */
export const routeNeeds: Readonly<Record<string, Need>> = {
  'POST /api/v1/auth/login': open,
  'POST /api/v1/auth/refresh': open,
  'POST /api/v1/auth/verify': own,
  'GET /api/v1/interactions': visible,
  'GET /api/v1/interactions/:id': visible,
  'GET /api/v1/interactions/:id/messages': visible,
  'GET /api/v1/interactions/:id/events': visible,
  'GET /api/v1/contacts': ['InteractionWorkspace.Contact.canUse'],
  'GET /api/v1/contacts/:id': ['InteractionWorkspace.Contact.canUse'],
  'GET /api/v1/contacts/:id/interactions': ['InteractionWorkspace.Contact.canUse'],
  'GET /api/v1/templates': [WHATSAPP_PRIVILEGE],
  'POST /api/v1/templates/refresh': [WHATSAPP_PRIVILEGE],
  'GET /api/v1/standard-responses': [STANDARD_RESPONSES],
  'GET /api/v1/standard-responses/files/:name': [STANDARD_RESPONSES],
  'GET /api/v1/queues': ['Supervisor.canSeeQueues'],
  'GET /api/v1/agents': ['Supervisor.canSeeAgents'],
  'GET /api/v1/options/reports': ['Administrator.canSeeDiagnostics'],
  'GET /trial/agents': open,
  'POST /trial/clock': open,
  'GET /healthz': open,
  'GET /readyz': open,
  'GET /api/v1/openapi.json': open,
};

/** Who is told that a list of the library is another one now: whoever may ask for it. */
export const libraryNeeds: { readonly [W in LibraryFrame['what']]: readonly string[] } = {
  templates: [WHATSAPP_PRIVILEGE],
  responses: [STANDARD_RESPONSES],
};

/** What sending on a channel needs; without `reply` it would take somebody else's approval (SRV-8). */
export function sendNeeds(channel: string): { readonly use: string; readonly reply: string } {
  return { use: WHATSAPP_PRIVILEGE, reply: channelPrivilege(channel, 'canReply') };
}

/** The privileges a request of a desk needs. */
export function privilegesForMethod<M extends MethodName>(method: M, params: MethodParams<M>): readonly string[] {
  const need: MethodNeed<M> = methodNeeds[method];
  return listed(typeof need === 'function' ? need(params) : need);
}

/** The privileges a route needs of an agent; undefined for a route the table does not know. */
export function privilegesForRoute(method: string, path: string): readonly string[] | undefined {
  const name = `${method} ${path}`;
  const need = Object.hasOwn(routeNeeds, name) ? routeNeeds[name] : undefined;
  return need && listed(need);
}

function listed(need: Need): readonly string[] {
  return 'none' in need ? [] : need;
}
