import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/program.ts';

/** An options folder in memory. `unreadable`: the file is there, and the system does not let anybody read it. */
export type OptionFiles = ReadonlyMap<string, Uint8Array | 'unreadable'>;

const MORE = `; Included by application.ini.
[interaction-workspace]
toast.window-title = "($Contact.FirstName$|$Interaction.MainParty$)  -  $Interaction.Type$"
connection.url = https://messaging.example/replydesk
display-format.case-name-format = $Contact.FirstName$ \\
  $Contact.LastName$|$Party.DisplayName$
log.redact! = true
`;

/** The samples of `config/`, with an include, a final, a quoted and a continued value. */
export function sampleSet(): OptionFiles {
  const folder = join(projectRoot, 'config');
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ini'));
  // Standard responses are read by the server alone.
  const names = all.filter((name) => !name.startsWith('responses'));
  const files = new Map<string, Uint8Array>(
    names.map((name) => [name.replaceAll('\\', '/'), new Uint8Array(readFileSync(join(folder, name)))]),
  );
  const application = files.get('application.ini') ?? new Uint8Array();
  files.set('application.ini', joined(application, encode('\n[include]\ninclude = more.ini\n')));
  files.set('more.ini', encode(MORE));
  return files;
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
