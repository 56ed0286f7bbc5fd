import type { Clock } from '#shared/clock.ts';
import { defined } from '../json.ts';
import type { Settings } from '../settings.ts';
import { Timers } from '../timers.ts';
import { envelope } from '../webhooks/payloads.ts';
import type { WebhookSender } from '../webhooks/sender.ts';
import type { TemplateStore } from './template-store.ts';
import type { Template } from './template-types.ts';

export interface TemplateReviewOptions {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly templates: TemplateStore;
  readonly webhooks: WebhookSender;
}

/** What Meta decides about a template, or does to it later. */
export interface TemplateDecision {
  readonly status: Template['status'];
  readonly reason?: string;
}

/** Webhooks that belong to no number. */
export const accountLane = 'account';

const rejection = {
  reason: 'The template text does not follow the format rules.',
  recommendation: 'Describe each variable with the words around it, and create the template again.',
};

/** Meta's review of templates: some time after creation or edit, with a webhook. Names with `reject` are rejected. */
export class TemplateReview {
  readonly #options: TemplateReviewOptions;
  readonly #timers: Timers;

  constructor(options: TemplateReviewOptions) {
    this.#options = options;
    this.#timers = new Timers(options.clock);
  }

  /** Plans the review of a pending template. */
  submit(id: string): void {
    this.#timers.after(this.#options.settings.timings.templateReviewMs, () => {
      const template = this.#options.templates.find(id);
      if (template?.status !== 'PENDING') return;
      const rejected = template.name.includes('reject');
      this.decide(id, rejected ? { status: 'REJECTED', reason: 'INVALID_FORMAT' } : { status: 'APPROVED' });
    });
  }

  /** Sets a status and tells the business; answers the new record. */
  decide(id: string, { status, reason = 'NONE' }: TemplateDecision): Template | undefined {
    const { templates, clock } = this.#options;
    const template = templates.change(id, { status, rejected_reason: status === 'REJECTED' ? reason : 'NONE' });
    if (!template) return undefined;
    const value = defined({
      event: status,
      // Meta sends ids as numbers here, so they stay within what a number holds exactly.
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      reason,
      message_template_category: template.category,
      other_info: otherInfo(status),
      disable_info: status === 'DISABLED' ? { disable_date: Math.floor(clock.now() / 1000) } : undefined,
      rejection_info: reason === 'INVALID_FORMAT' ? rejection : undefined,
    });
    this.#tell('message_template_status_update', value);
    return template;
  }

  /** Changes the quality and tells the business. */
  rate(id: string, score: Template['quality_score']['score']): Template | undefined {
    const { templates, clock } = this.#options;
    const before = templates.find(id);
    if (!before) return undefined;
    const after = templates.change(id, { quality_score: { score, date: Math.floor(clock.now() / 1000) } });
    this.#tell('message_template_quality_update', {
      previous_quality_score: before.quality_score.score,
      new_quality_score: score,
      message_template_id: Number(before.id),
      message_template_name: before.name,
      message_template_language: before.language,
    });
    return after;
  }

  /** Puts it into another category and tells the business. */
  categorise(id: string, category: Template['category']): Template | undefined {
    const { templates } = this.#options;
    const before = templates.find(id);
    if (!before) return undefined;
    this.#tell('template_category_update', {
      message_template_id: Number(before.id),
      message_template_name: before.name,
      message_template_language: before.language,
      previous_category: before.category,
      new_category: category,
    });
    return templates.change(id, { category });
  }

  reset(): void {
    this.#timers.clear();
  }

  stop(): void {
    this.#timers.stop();
  }

  #tell(field: string, value: object): void {
    const { settings, webhooks, clock } = this.#options;
    const time = Math.floor(clock.now() / 1000);
    const body = envelope(settings.businessAccountId, field, { ...value }, time);
    webhooks.send({ lane: accountLane, json: JSON.stringify(body) });
  }
}

function otherInfo(status: Template['status']): object | undefined {
  if (status === 'PAUSED') return { title: 'FIRST_PAUSE', description: 'Paused for 3 hours because of low quality.' };
  if (status === 'DISABLED') return { title: 'DISABLED', description: 'Disabled because of low quality.' };
  return undefined;
}
