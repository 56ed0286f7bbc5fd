import type { TemplateUpdate } from '../../drivers/driver.ts';
import type { Tables } from '../../storage/storage.ts';
import type { StoredTemplate } from '../../storage/tables/templates.ts';
import type { ChannelConfig } from '../config.ts';
import type { Unit } from '../unit.ts';
import { siblingsOf } from './address.ts';

/**
 * What a webhook says of a template counts at once (WA-4), on every channel of the same app: webhooks of an account come
 * to one address. The lists concerned are told and then read anew, also where the template is not known yet.
 */
export async function applyTemplateUpdate(unit: Unit, via: ChannelConfig, update: TemplateUpdate): Promise<void> {
  const { templates } = unit.tables;
  for (const channel of siblingsOf(unit.config.channels, via)) {
    const known = await find(templates, channel.name, update);
    if (known) {
      const template = { ...known.template, ...update.change };
      await templates.put({ ...known, template, toldAt: unit.now });
    }
    if (known || channel.name === via.name) unit.templatesTold.add(channel.name);
  }
}

/** By its id; a number that is too great for JSON leads to none, so name and language count as well. */
async function find(
  templates: Tables['templates'],
  channel: string,
  { account, id, name, language }: TemplateUpdate,
): Promise<StoredTemplate | undefined> {
  const byId = id === undefined ? undefined : await templates.get(channel, id);
  if (byId || name === undefined || language === undefined) return byId;
  const named = await templates.named(channel, { name, language });
  return named && (account === undefined || named.account === account) ? named : undefined;
}
