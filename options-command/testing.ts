import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** For tests: option folders that go away again. */
export class Folders {
  readonly #made: string[] = [];

  /** A folder with these files. */
  make(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'replydesk-options-'));
    this.#made.push(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  remove(): void {
    for (const folder of this.#made.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}
