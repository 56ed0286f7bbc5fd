import type { StandardResponse } from '#shared/domain/standard-response.ts';
import { isMethod, type MethodName, type MethodParams, type MethodResult, methods } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Engine } from '../../engine/engine.ts';
import type { TemplateStore } from '../../library/template-store.ts';
import { requireAll } from '../../rules/privileges.ts';
import { privilegesForMethod } from '../../rules/request-privileges.ts';
import type { OptionReports } from '../option-reports.ts';
import { describeIssues } from '../refusals.ts';
import { fitContacts, fitInteraction, fitPage, fitTemplates, responsePage } from './fit.ts';

type Handlers = {
  readonly [M in MethodName]: (agent: string, params: MethodParams<M>) => Promise<Result<MethodResult<M>>>;
};

export interface RequestsOptions {
  readonly engine: Engine;
  readonly optionReports: Pick<OptionReports, 'put'>;
  readonly templates: Pick<TemplateStore, 'list' | 'refresh' | 'create' | 'edit' | 'delete'>;
  /** The standard response library as it is now. */
  readonly responses: () => readonly StandardResponse[];
  /** What an agent may at this moment; null means everything (ROLE-1). */
  readonly privilegesOf: (agent: string) => readonly string[] | null;
  /** Bytes an answer may have. */
  readonly answerLimit: number;
}

/** Answers what desks ask: each method of the protocol is one of the engine's, which checks who may do it (API-1). */
export class Requests {
  readonly #handlers: Handlers;
  readonly #privilegesOf: RequestsOptions['privilegesOf'];

  constructor({ engine, optionReports, templates, responses, privilegesOf, answerLimit }: RequestsOptions) {
    this.#privilegesOf = privilegesOf;
    const fitted = async (list: ReturnType<TemplateStore['list']>) =>
      map(await list, (value) => fitTemplates(value, answerLimit));
    this.#handlers = {
      'agent.set-state': (agent, params) => engine.setAgentState(agent, params),
      'agent.log-out': (agent, params) => engine.logOut(agent, params),
      'offer.accept': async (agent, { offerId }) =>
        map(await engine.acceptOffer(agent, offerId), (snapshot) => fitInteraction(snapshot, answerLimit)),
      'offer.reject': (agent, { offerId, missed }) => engine.rejectOffer(agent, offerId, missed),
      'message.send': (agent, params) => engine.sendMessage(agent, params),
      'message.mark-read': (agent, params) => engine.markRead(agent, params),
      'interaction.typing': (agent, params) => engine.showTyping(agent, params),
      'interaction.done': (agent, params) => engine.markDone(agent, params),
      'options.report': (agent, report) => optionReports.put(agent, report),
      'interaction.get': async (agent, { interactionId }) =>
        map(await engine.getInteraction(agent, interactionId), (snapshot) => fitInteraction(snapshot, answerLimit)),
      'contact.sessions': (agent, params) => engine.contactSessions(agent, params),
      'transcript.page': async (agent, params) =>
        map(await engine.transcriptPage(agent, params), (page) => fitPage(page, answerLimit)),
      'template.list': (_agent, { channel }) => fitted(templates.list(channel)),
      'template.refresh': (_agent, { channel }) => fitted(templates.refresh(channel)),
      'template.create': (_agent, draft) => fitted(templates.create(draft)),
      'template.edit': (_agent, draft) => fitted(templates.edit(draft)),
      'template.delete': (_agent, which) => fitted(templates.delete(which)),
      'contact.find': async (_agent, params) =>
        map(await engine.findContacts(params), (found) => fitContacts(found, answerLimit)),
      'session.choices': (agent, params) => engine.sessionChoices(agent, params),
      'session.start': async (agent, params) =>
        map(await engine.startSession(agent, params), (snapshot) => fitInteraction(snapshot, answerLimit)),
      'contact.set-consent': (agent, params) => engine.setConsent(agent, params),
      'response.list': async (_agent, { after }) => ok(responsePage(responses(), after, answerLimit)),
    };
  }

  /** Refused with `unknown-method`, `bad-params` or `forbidden`, else as the engine says. */
  async answer(agent: string, method: string, params: unknown): Promise<Result<unknown>> {
    if (!isMethod(method)) {
      return refuse('unknown-method', 'This server does not know what the desk asks for. Update the older of the two.');
    }
    return this.#call(agent, method, params);
  }

  async #call<M extends MethodName>(agent: string, method: M, params: unknown): Promise<Result<MethodResult<M>>> {
    const parsed = methods[method].params.safeParse(params);
    if (!parsed.success) return refuse('bad-params', describeIssues(parsed.error, 'parameters'));
    // The schema above is the one the parameter type is inferred from.
    const checked = parsed.data as MethodParams<M>;
    const allowed = requireAll(this.#privilegesOf(agent), privilegesForMethod(method, checked));
    if (!allowed.ok) return allowed;
    const handle: Handlers[M] = this.#handlers[method];
    return handle(agent, checked);
  }
}

function map<T>(result: Result<T>, change: (value: T) => T): Result<T> {
  return result.ok ? { ok: true, value: change(result.value) } : result;
}
