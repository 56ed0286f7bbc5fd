import type { StoredTemplate } from '../storage/tables/templates.ts';

/**
 * A list that was asked for at `askedAt`, over what is known. What a webhook or an administrator's change said since
 * then is newer than the list, and the provider's list does not say why a template is paused, as its webhook did.
 */
export function mergedTemplates(
  known: readonly StoredTemplate[],
  read: readonly StoredTemplate[],
  askedAt: number,
): readonly StoredTemplate[] {
  const before = new Map(known.map((entry) => [entry.template.id, entry]));
  const ids = new Set(read.map(({ template }) => template.id));
  const news = known.filter(({ template, toldAt }) => toldAt >= askedAt && !ids.has(template.id));
  return [...read.map((entry) => merged(before.get(entry.template.id), entry, askedAt)), ...news];
}

function merged(known: StoredTemplate | undefined, read: StoredTemplate, askedAt: number): StoredTemplate {
  if (!known) return read;
  const { toldAt } = known;
  const { status, reason, quality, category } = known.template;
  if (toldAt >= askedAt) {
    return { ...read, toldAt, template: { ...read.template, status, reason, quality, category } };
  }
  const isAsBefore = read.template.status === status && read.template.reason === null;
  return { ...read, toldAt, template: { ...read.template, reason: isAsBefore ? reason : read.template.reason } };
}
