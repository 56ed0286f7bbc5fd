import type { LogEvent } from '#shared/domain/events.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Template, TemplateList } from '#shared/domain/template.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import type { EventBatch } from '../../engine/engine.ts';

/**
 * Bytes of JSON. A desk's frame limit counts bytes as well, and customers' texts are mostly not ASCII.
 */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** The newest half of the messages is kept until the snapshot is small enough; desks load older ones when asked to. */
export function fitInteraction(snapshot: InteractionSnapshot, limit: number): InteractionSnapshot {
  let fitted = snapshot;
  while (fitted.messages.length > 0 && jsonBytes(fitted) > limit) {
    const messages = fitted.messages.slice(Math.ceil(fitted.messages.length / 2));
    fitted = { ...fitted, messages, hasOlder: true };
  }
  return fitted;
}

/** A desk's whole picture within a frame's limit: each interaction gets an equal share for its messages. */
export function fitSnapshot(snapshot: DeskSnapshot, limit: number): DeskSnapshot {
  if (jsonBytes(snapshot) <= limit) return snapshot;
  const share = Math.floor(limit / (snapshot.interactions.length + 1));
  return { ...snapshot, interactions: snapshot.interactions.map((one) => fitInteraction(one, share)) };
}

/** A page of older messages within the limit: the newest of them, and word that there are more. */
export function fitPage<P extends { readonly messages: readonly unknown[]; readonly hasOlder: boolean }>(
  page: P,
  limit: number,
): P {
  let fitted = page;
  while (fitted.messages.length > 1 && jsonBytes(fitted) > limit) {
    fitted = { ...fitted, messages: fitted.messages.slice(Math.ceil(fitted.messages.length / 2)), hasOlder: true };
  }
  return fitted;
}

/** What was found, as far as it fits: the first ones by name. */
export function fitContacts<F extends { readonly contacts: readonly unknown[]; readonly hasMore: boolean }>(
  found: F,
  limit: number,
): F {
  let fitted = found;
  while (fitted.contacts.length > 0 && jsonBytes(fitted) > limit) {
    fitted = { ...fitted, contacts: fitted.contacts.slice(0, -1), hasMore: true };
  }
  return fitted;
}

/** The responses behind `after` that an answer has room for. One that the list does not have any more begins anew. */
export function responsePage<R extends { readonly id: string }>(
  all: readonly R[],
  after: string | undefined,
  limit: number,
): { readonly responses: R[]; readonly hasMore: boolean } {
  const rest = all.slice(all.findIndex(({ id }) => id === after) + 1);
  let room = limit - 100;
  // One is always sent: a single response is far below the limit.
  const fits = rest.findIndex((one, index) => {
    room -= jsonBytes(one) + 1;
    return room < 0 && index > 0;
  });
  return fits < 0 ? { responses: rest, hasMore: false } : { responses: rest.slice(0, fits), hasMore: true };
}

/** A list of templates within the limit: those that can be sent go first, and the list says that it is not whole. */
export function fitTemplates(list: TemplateList, limit: number): TemplateList {
  if (jsonBytes(list) <= limit) return list;
  const isApproved = ({ status }: Template) => status === 'approved';
  const ordered = [...list.templates.filter(isApproved), ...list.templates.filter((one) => !isApproved(one))];
  const message = 'There are more templates than can be shown. Delete those that nobody uses.';
  const error = list.error ?? { code: 'too-many-templates', message, retryable: false };
  let room = limit - jsonBytes({ ...list, templates: [], error });
  const templates = ordered.filter((template) => {
    room -= jsonBytes(template) + 1;
    return room >= 0;
  });
  return { ...list, templates, error };
}

/**
 * Cuts a batch into frames below the limit, in order. Snapshots go first, each before the events it stands for; the
 * cursor of a frame covers what has been sent by then, so that a desk that is cut off in between resumes rightly.
 */
export function splitBatch(batch: EventBatch, from: number, limit: number): EventBatch[] {
  if (jsonBytes(batch) <= limit) return [batch];
  const frames: EventBatch[] = [];
  for (const one of batch.introduces) {
    frames.push({ events: [], introduces: [fitInteraction(one, limit)], cursor: from });
  }
  let events: LogEvent[] = [];
  let size = 0;
  for (const event of batch.events) {
    const bytes = jsonBytes(event) + 1;
    if (events.length > 0 && size + bytes > limit) {
      frames.push({ events, introduces: [], cursor: events.at(-1)?.cursor ?? from });
      events = [];
      size = 0;
    }
    events.push(event);
    size += bytes;
  }
  frames.push({ events, introduces: [], cursor: batch.cursor });
  return frames;
}
