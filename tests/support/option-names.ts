import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from './program.ts';

/** A place in the product's code that names an option. */
export interface OptionMention {
  /** The name, or a pattern for one that is put together, such as `color.${who}`. */
  readonly name: string | RegExp;
  readonly file: string;
}

/** Where options are declared and where texts stand: naming one there is not reading it. */
const NO_READERS = /^src\/shared\/options\/host|^src\/shared\/commands\/shortcuts\.ts$|\/i18n\/|\/texts\/|\/testing/;

/** First words that only options have; names that start otherwise may also be commands, texts or regions. */
const OPTIONS_ONLY =
  /^(?:(?:workbin\.|intercommunication\.)?whatsappsession|display-format|transcript-cache|standard-response|interaction\.case-data|interaction\.disposition|toast\.case-data)\.[\w.<>-]+$/;

const NAME = String.raw`[\w-]+(?:\.[\w<>*-]+)+`;
/** `useOption('…')`, `options.get('…')`, `options['…']`, `declarationOf('…')`: what reads an option, whatever its name. */
const READING = new RegExp(
  String.raw`(?:\b\w*[oO]ptions?(?:\??\.(?:get|find|text|value))?|\bdeclarationOf)\s*(?:\?\.)?[([]\s*(['"])(${NAME})\1`,
  'g',
);
const LITERAL = /(\bt\(\s*)?(?:'([^'\\\n]+)'|"([^"\\\n]+)"|`([^`\\]+)`)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** The product's sources without comments; `folders` are relative to the project. */
function sources(folders: readonly string[]): readonly { readonly file: string; readonly text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(?:test|d)\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        file: relative(projectRoot, path).split(sep).join('/'),
        text: readFileSync(path, 'utf8').replace(COMMENT, ''),
      })),
  );
}

/** Every literal that could be the name of an option, which is what a declared one is looked for in. */
export function mentions(...folders: readonly string[]): readonly OptionMention[] {
  return sources(folders)
    .filter(({ file }) => !NO_READERS.test(file))
    .flatMap(({ file, text }) => mentionsIn(text).map((name) => ({ file, name })));
}

/** The names that code of these folders reads as options, declared or not. */
export function readings(...folders: readonly string[]): readonly { readonly name: string; readonly file: string }[] {
  return sources(folders)
    .filter(({ file }) => !NO_READERS.test(file))
    .flatMap(({ file, text }) => readingsIn(text).map((name) => ({ file, name })));
}

/** Of one source text. */
export function mentionsIn(text: string): readonly (string | RegExp)[] {
  const found: (string | RegExp)[] = [];
  for (const [, translation, single, double, template] of text.matchAll(LITERAL)) {
    const name = single ?? double ?? template ?? '';
    if (translation !== undefined || !name.includes('.')) continue;
    if (!name.includes('${')) found.push(name);
    // Without a group in front, a template could be anything.
    else if (/^[a-z][a-z-]*\.[\w.-]*\$\{/.test(name)) found.push(templatePattern(name));
  }
  if (/\bshortcutOptionName\(/.test(text)) found.push(/^keyboard\..+$/);
  return found;
}

export function readingsIn(text: string): readonly string[] {
  const named = [...text.matchAll(READING)].map(([, , name = '']) => name);
  const sure = mentionsIn(text).filter((name) => typeof name === 'string' && OPTIONS_ONLY.test(name));
  return [...named, ...sure.map(String)];
}

function templatePattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*$]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}

/** Whether one name means the other: the same, or a member of a family such as `login.<media>.is-auto-ready`. */
export function sameOption(declared: string, named: string | RegExp): boolean {
  if (typeof named !== 'string') return named.test(declared);
  if (!declared.includes('<')) return declared === named;
  const parts = declared.split(/<[^>]*>/).map((part) => part.replace(/[.*$]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(named);
}
