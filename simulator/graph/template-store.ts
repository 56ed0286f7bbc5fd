import { z } from 'zod';
import type { Clock } from '#shared/clock.ts';
import seeds from './template-seeds.json' with { type: 'json' };
import { type Template, templateSchema } from './template-types.ts';

const nameLockMs = 30 * 24 * 3_600_000;

/** The business account's message templates. Records are replaced, never changed. */
export class TemplateStore {
  readonly #clock: Clock;
  readonly #templates = new Map<string, Template>();
  /** Name → until when it cannot be used again after an approved template of it was deleted. */
  readonly #lockedNames = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.reset();
  }

  /** In the order they were made. */
  all(): readonly Template[] {
    return [...this.#templates.values()];
  }

  find(id: string): Template | undefined {
    return this.#templates.get(id);
  }

  /** Languages are written with `_` or `-`. */
  named(name: string, language: string): Template | undefined {
    const wanted = language.replace('-', '_');
    return this.all().find((template) => template.name === name && template.language === wanted);
  }

  put(template: Template): void {
    this.#templates.set(template.id, template);
  }

  change(id: string, change: Partial<Omit<Template, 'id'>>): Template | undefined {
    const template = this.#templates.get(id);
    if (!template) return undefined;
    const changed = { ...template, ...change };
    this.#templates.set(id, changed);
    return changed;
  }

  delete(id: string): void {
    const template = this.#templates.get(id);
    if (!template) return;
    if (template.status === 'APPROVED') this.#lockedNames.set(template.name, this.#clock.now() + nameLockMs);
    this.#templates.delete(id);
  }

  isLocked(name: string): boolean {
    return (this.#lockedNames.get(name) ?? 0) > this.#clock.now();
  }

  /** Back to the sample templates. */
  reset(): void {
    this.#templates.clear();
    this.#lockedNames.clear();
    for (const template of z.array(templateSchema).parse(seeds)) this.put(template);
  }
}
