import { isAxiosError } from 'axios';
import { z } from 'zod';
import type { Template } from '#shared/domain/template.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { TemplateProvider, TemplateReading } from '../driver.ts';
import { outcomeOfError, readGraphError } from './graph-errors.ts';
import { GraphHttp, type GraphHttpOptions, type GraphRequest } from './graph-http.ts';
import { listOf, memberOf, objectOf, textOf } from './loose.ts';
import { readTemplate } from './template-reader.ts';
import { draftPayload } from './template-writer.ts';

export interface TemplateClientOptions extends GraphHttpOptions {
  /** The channel whose templates they are. */
  readonly channel: string;
}

const FIELDS = [
  ...['id', 'name', 'language', 'status', 'category', 'parameter_format', 'components'],
  ...['quality_score', 'rejected_reason'],
].join(',');
const PAGE = 100;
/** More pages than an account can fill (section 9.1): a cursor that leads in a circle ends here. */
const MOST_PAGES = 100;
/** The cursor came too late or is broken: the list is read from its beginning (section 17). */
const INVALID_CURSOR = '131059';

const createdSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  status: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
});

type CallRefusal = 'provider-refused' | 'template-refused';

/** The templates of a business account in the Cloud API (sections 3 and 9). */
export class TemplateClient implements TemplateProvider {
  readonly #channel: string;
  readonly #http: GraphHttp;

  constructor({ channel, ...options }: TemplateClientOptions) {
    this.#channel = channel;
    this.#http = new GraphHttp(options);
  }

  async list(account: string): Promise<Result<TemplateReading>> {
    const first = await this.#read(account);
    const again = !first.ok && first.error.message.includes(`(${INVALID_CURSOR})`);
    return again ? this.#read(account) : first;
  }

  async create(account: string, draft: TemplateDraft): Promise<Result<Template>> {
    const payload = draftPayload(draft);
    const answer = await this.#call([account, 'message_templates'], { method: 'POST', data: payload });
    if (!answer.ok) return answer;
    const created = createdSchema.safeParse(answer.value);
    if (!created.success) return notUnderstood();
    return this.#known({ ...payload, ...created.data, status: created.data.status ?? 'PENDING' });
  }

  async edit(known: Template, draft: TemplateDraft): Promise<Result<Template>> {
    const payload = draftPayload(draft);
    const { category, components } = payload;
    // Said again, the category of an approved one would be taken for a change, which is refused.
    const data = draft.category === known.category ? { components } : { components, category };
    const answer = await this.#call([known.id], { method: 'POST', data });
    if (!answer.ok) return answer;
    const edited = this.#known({ ...payload, id: known.id, status: 'PENDING' });
    return edited.ok ? ok({ ...edited.value, quality: known.quality }) : edited;
  }

  async delete(account: string, { id, name }: Template): Promise<Result<null>> {
    const params = { hsm_id: id, name };
    const answer = await this.#call([account, 'message_templates'], { method: 'DELETE', params });
    return answer.ok ? ok(null) : answer;
  }

  async #read(account: string): Promise<Result<TemplateReading>> {
    const templates: Template[] = [];
    let unreadable = 0;
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const params = { fields: FIELDS, limit: PAGE, ...(after === undefined ? {} : { after }) };
      const request = { method: 'GET', params };
      const answer = await this.#call([account, 'message_templates'], request, 'provider-refused');
      if (!answer.ok) return answer;
      const body = objectOf(answer.value);
      if (!Array.isArray(body?.data)) return notUnderstood();
      for (const raw of listOf(body.data)) {
        const template = readTemplate(raw, this.#channel);
        if (template) templates.push(template);
        else unreadable += 1;
      }
      const paging = memberOf(body, 'paging');
      after = textOf(paging, 'next') === undefined ? undefined : textOf(memberOf(paging, 'cursors'), 'after');
      if (after === undefined) break;
    }
    return ok({ templates, unreadable });
  }

  #known(raw: Record<string, unknown>): Result<Template> {
    const template = readTemplate(raw, this.#channel);
    return template ? ok(template) : notUnderstood();
  }

  async #call(
    path: readonly string[],
    request: GraphRequest,
    code: CallRefusal = 'template-refused',
  ): Promise<Result<unknown>> {
    try {
      const { status, data } = await this.#http.call(path, request);
      const error = readGraphError(data);
      if (error) {
        const words = [error.title, error.details].filter(Boolean).join(': ');
        const retryable = outcomeOfError(error, 0).outcome === 'later';
        const message = `WhatsApp refused: ${words} (${error.code}).`;
        return { ok: false, error: { code, message, retryable, providerCode: error.code } };
      }
      if (status >= 200 && status < 300) return ok(data);
      return refuse('provider-unreachable', `WhatsApp answered with HTTP ${status}. Try again later.`, true);
    } catch (error) {
      // The error itself holds the token in its headers, so nothing of it but its code goes on.
      if (!isAxiosError(error)) throw error;
      return refuse('provider-unreachable', `WhatsApp cannot be reached (${error.code ?? 'no answer'}).`, true);
    }
  }
}

function notUnderstood() {
  return refuse('provider-unreachable', 'The answer of WhatsApp could not be understood. Try again later.', true);
}
