import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '#node/atomic-file.ts';
import type { OptionAudience, OptionSet } from '#shared/options/option-set.ts';
import { isServerSection } from '#shared/options/server-names.ts';

const entrySchema = z.object({
  section: z.string(),
  key: z.string(),
  value: z.string(),
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  final: z.boolean(),
  valueColumn: z.int().positive(),
  marks: z.array(z.object({ offset: z.int(), line: z.int(), column: z.int() })).exactOptional(),
});

const layerSchema = z.object({
  kind: z.enum(['application', 'tenant', 'agent-group', 'agent', 'transaction']),
  name: z.string(),
  entries: z.array(entrySchema),
});

const keptSchema = z.object({
  /** Another folder's options are no substitute. */
  folder: z.string(),
  groups: z.array(z.string()),
  layers: z.array(layerSchema),
  transactions: z.array(layerSchema),
});

/** The last set of option files that was right, on disk for each agent, for a desk whose folder is broken or gone (OPT-3). */
export class LastGood {
  readonly #directory: string;
  readonly #folder: string;
  #saving: Promise<void> = Promise.resolve();

  /** `directory`: where they are kept; `folder`: the options folder they are of. */
  constructor(directory: string, folder: string) {
    this.#directory = directory;
    this.#folder = folder;
  }

  /** Undefined when there is none, or none that can be used. */
  load(audience: OptionAudience): OptionSet | undefined {
    try {
      const kept = keptSchema.parse(JSON.parse(readFileSync(this.#file(audience), 'utf8')));
      if (kept.folder !== this.#folder || kept.groups.join('\n') !== audience.groups.join('\n')) return undefined;
      const transactions = new Map(kept.transactions.map((layer) => [layer.name, layer]));
      return { layers: kept.layers, transactions, diagnostics: [], files: [], found: true };
    } catch {
      return undefined;
    }
  }

  /** One after the other, so that the newest stays. Fails with the system's error. */
  save(audience: OptionAudience, set: OptionSet): Promise<void> {
    const saved = this.#saving.then(() => this.#write(audience, set));
    this.#saving = saved.catch(() => {});
    return saved;
  }

  /** Resolves when nothing is being saved. */
  get settled(): Promise<void> {
    return this.#saving;
  }

  #write({ groups, agent }: OptionAudience, { layers, transactions }: OptionSet): Promise<void> {
    const reduce = (layer: OptionSet['layers'][number]) => ({
      ...layer,
      // The server's sections may hold secrets, and are nothing to a desk.
      entries: layer.entries.filter(({ section }) => !isServerSection(section)),
    });
    const kept = {
      folder: this.#folder,
      groups,
      layers: layers.map(reduce),
      transactions: [...transactions.values()].map(reduce),
    };
    return writeFileAtomically(this.#file({ agent, groups }), JSON.stringify(kept));
  }

  #file({ agent }: OptionAudience): string {
    const name = agent === undefined ? 'nobody' : `agent-${encodeURIComponent(agent)}`;
    return join(this.#directory, `${name}.json`);
  }
}
