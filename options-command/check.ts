import { optionFolder } from '#node/option-folder.ts';
import { readResponses } from '#node/response-folder.ts';
import type { OptionDiagnostic, OptionEntry } from '#shared/options/entry.ts';
import { type OptionFileReading, readOptionFile } from '#shared/options/include.ts';
import { layerOptions, type OptionLayer } from '#shared/options/layers.ts';
import { MAIN_SECTION } from '#shared/options/metadata.ts';
import { layerFiles, TRANSACTIONS } from '#shared/options/option-set.ts';
import { INCLUDE } from '#shared/options/reader.ts';
import { contactAttributes } from '#shared/options/responses/response-library.ts';
import { readServerConfig } from '#shared/options/server-sections.ts';
import { defaults } from './declarations.ts';
import { count, formatDiagnostic, inOrder, isError } from './diagnostics.ts';
import { existingFolder, namesIn } from './folder.ts';
import { cannot, type Outcome } from './outcome.ts';

/** `check DIR`: every option file there may be, read as desks and the server would; 1 when they would not take them. */
export function check(folder: string): Outcome {
  const found = existingFolder(folder);
  if (!found.ok) return cannot(found.error.message, 1);
  const checking = new Checking(folder);
  checking.run();
  const diagnostics = inOrder(checking.diagnostics);
  const errors = diagnostics.filter(isError).length;
  const responses = checking.responses > 0 ? `, ${count(checking.responses, 'standard response')}` : '';
  const read = `${count(checking.files.size, 'file')}, ${count(checking.options, 'option')}${responses}`;
  const lines = diagnostics.map((diagnostic) => formatDiagnostic(folder, diagnostic));
  const warnings = count(diagnostics.length - errors, 'warning');
  const well = diagnostics.length === 0 ? 'All is well' : `All is well but for ${warnings}`;
  const end = errors === 0 ? `${well}: ${read}.` : `${count(errors, 'error')}, ${warnings}: ${read}.`;
  return { lines: [...lines, end], complaints: [], code: errors === 0 ? 0 : 1 };
}

/** Reads each file once, whoever it is for, and layers it as it would be for them. */
class Checking {
  readonly diagnostics: OptionDiagnostic[] = [];
  readonly files = new Set<string>();
  options = 0;
  responses = 0;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  run(): void {
    const application = this.#read(layerFiles.application, true);
    // The check cannot know whether the folder is for trial: what only trial may have is a warning here.
    const server = readServerConfig(application, { trial: true });
    this.diagnostics.push(...server.diagnostics);
    this.#readResponses(application, contactAttributes(server.config));
    const everybody: readonly OptionLayer[] = [
      { kind: 'application', name: '', entries: application.entries },
      { kind: 'tenant', name: '', entries: this.#readDesk(layerFiles.tenant) },
    ];
    const groupsOf = new Map(server.config.agents.map(({ name, groups }) => [name, groups]));
    const groups = this.#layers('agent-groups', 'agent-group', layerFiles.group);
    const agents = this.#layers('agents', 'agent', layerFiles.agent);
    const transactions = this.#layers(TRANSACTIONS, 'transaction', layerFiles.transaction);
    const base = this.#try(everybody);
    for (const layer of [...groups.values(), ...transactions.values()]) this.#try([layer], base);
    for (const [name, layer] of agents) {
      const theirs = (groupsOf.get(name) ?? []).flatMap((group) => groups.get(group) ?? []);
      this.#try([...theirs, layer], base);
    }
  }

  #readResponses(reading: OptionFileReading, attributes: readonly string[]): void {
    const { responses, files, diagnostics } = readResponses(this.#folder, { reading, attributes });
    for (const file of files) this.files.add(file);
    this.responses = responses.length;
    this.diagnostics.push(...diagnostics);
  }

  #try(layers: readonly OptionLayer[], base = defaults) {
    const { options, diagnostics } = layerOptions(base, layers);
    this.diagnostics.push(...diagnostics);
    return options;
  }

  #layers(
    subfolder: string,
    kind: OptionLayer['kind'],
    fileOf: (name: string) => string,
  ): ReadonlyMap<string, OptionLayer> {
    const names = namesIn(this.#folder, subfolder);
    if (!names.ok) {
      const { message } = names.error;
      this.diagnostics.push({
        file: subfolder,
        line: 1,
        column: 1,
        code: 'unreadable-folder',
        severity: 'error',
        message,
      });
      return new Map();
    }
    return new Map(names.value.map((name) => [name, { kind, name, entries: this.#readDesk(fileOf(name)) }]));
  }

  /** A file of which only desks read something. */
  #readDesk(file: string): readonly OptionEntry[] {
    const { entries, sections } = this.#read(file, true);
    const told = new Set([MAIN_SECTION, INCLUDE]);
    for (const { name, file, line } of sections) {
      if (told.has(name)) continue;
      told.add(name);
      const message = `[${name}] means nothing here: in this file only [${MAIN_SECTION}] is read. Move it to ${layerFiles.application}.`;
      this.diagnostics.push({ file, line, column: 1, code: 'unknown-section', severity: 'warning', message });
    }
    return entries;
  }

  #read(name: string, optional: boolean): OptionFileReading {
    const reading = readOptionFile(name, optionFolder(this.#folder), { optional });
    this.diagnostics.push(...reading.diagnostics);
    if (reading.found) for (const file of reading.files) this.files.add(file);
    this.options += reading.entries.length;
    return reading;
  }
}
