import type { Kysely, Selectable } from 'kysely';
import type { Template, TemplateKey, TemplateList } from '#shared/domain/template.ts';
import type { Schema, TemplateRow } from '../schema.ts';

/** A template with what only the server wants to know of it. */
export interface StoredTemplate {
  readonly template: Template;
  /** The business account it belongs to. */
  readonly account: string;
  /** When a webhook last spoke of it; 0: never. What was asked before then is not newer. */
  readonly toldAt: number;
}

/** The provider's templates by channel, in its order (WA-4). Not part of the log: the provider is the source. */
export interface TemplateTable {
  list(channel: string): Promise<TemplateList>;
  all(channel: string): Promise<StoredTemplate[]>;
  get(channel: string, id: string): Promise<StoredTemplate | undefined>;
  /** Where two accounts have the same, the first account's. */
  named(channel: string, key: TemplateKey): Promise<StoredTemplate | undefined>;
  put(entry: StoredTemplate): Promise<void>;
  remove(channel: string, id: string): Promise<void>;
  /** All of a channel anew. */
  replace(channel: string, entries: readonly StoredTemplate[]): Promise<void>;
  /** What came of the last attempt to read the provider's. */
  noteRefresh(channel: string, state: Pick<TemplateList, 'refreshedAt' | 'error'>): Promise<void>;
}

/** Behind all that the provider listed. */
const LAST = 1_000_000;

export function templateTable(db: Kysely<Schema>): TemplateTable {
  const ofChannel = (channel: string) => db.selectFrom('templates').selectAll().where('channel', '=', channel);
  const all = async (channel: string) => (await ofChannel(channel).orderBy('position').execute()).map(toEntry);
  return {
    async list(channel) {
      const lists = db.selectFrom('template_lists').selectAll();
      const state = await lists.where('channel', '=', channel).executeTakeFirst();
      return {
        channel,
        templates: (await all(channel)).map(({ template }) => template),
        refreshedAt: state?.refreshed_at ?? null,
        error: state?.error ? (JSON.parse(state.error) as TemplateList['error']) : null,
      };
    },
    all,
    async get(channel, id) {
      const row = await ofChannel(channel).where('id', '=', id).executeTakeFirst();
      return row && toEntry(row);
    },
    async named(channel, { name, language }) {
      const row = await ofChannel(channel)
        .where('name', '=', name)
        .where('language', '=', language)
        .orderBy('position')
        .limit(1)
        .executeTakeFirst();
      return row && toEntry(row);
    },
    async put(entry) {
      const { position: _, ...known } = toRow(entry, LAST);
      await db
        .insertInto('templates')
        .values(toRow(entry, LAST))
        .onConflict((conflict) => conflict.columns(['channel', 'id']).doUpdateSet(known))
        .execute();
    },
    async remove(channel, id) {
      await db.deleteFrom('templates').where('channel', '=', channel).where('id', '=', id).execute();
    },
    async replace(channel, entries) {
      await db.deleteFrom('templates').where('channel', '=', channel).execute();
      for (const [position, entry] of entries.entries()) {
        await db.insertInto('templates').values(toRow(entry, position)).execute();
      }
    },
    async noteRefresh(channel, { refreshedAt, error }) {
      const state = { refreshed_at: refreshedAt, error: error && JSON.stringify(error) };
      await db
        .insertInto('template_lists')
        .values({ channel, ...state })
        .onConflict((conflict) => conflict.column('channel').doUpdateSet(state))
        .execute();
    },
  };
}

function toRow({ template, account, toldAt }: StoredTemplate, position: number): TemplateRow {
  const { channel, id, name, language } = template;
  return { channel, id, account, name, language, position, told_at: toldAt, data: JSON.stringify(template) };
}

function toEntry(row: Selectable<TemplateRow>): StoredTemplate {
  return { template: JSON.parse(row.data) as Template, account: row.account, toldAt: row.told_at };
}
