import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

function read(line: string) {
  const command = readArguments(line.split(' ').filter((word) => word !== ''));
  return command.ok ? command.value : command.error.message;
}

describe('readArguments', () => {
  it.each([
    ['check config', { name: 'check', folder: 'config' }],
    ['explain a --agent kaa', { name: 'explain', folder: 'a', agent: 'kaa', groups: [] }],
    ['explain a --agent kaa --option x --group g --group h', { option: 'x', groups: ['g', 'h'] }],
    ['diff a b --agent kaa', { name: 'diff', before: 'a', after: 'b', agent: 'kaa', groups: [] }],
    ['reference', { name: 'reference' }],
    ['check --help', { name: 'help' }],
  ])('reads %s', (line, command) => expect(read(line)).toMatchObject(command));

  it.each([
    ['', 'Say what to do'],
    ['chekc a', 'There is no command "chekc".'],
    ['check', 'Name the folder.'],
    ['check a b', '"b" is one word too many.'],
    ['check a --agent kaa', '--agent means nothing here.'],
    ['explain a', 'Say for whom: --agent NAME.'],
    ['diff a --agent kaa', 'Name 2 folders.'],
    ['diff a b --agent kaa --option x', '--option means nothing here.'],
    ['reference a', '"a" is one word too many.'],
    ['check a --colour', 'colour'],
  ])('refuses "%s" with a sentence', (line, sentence) => expect(read(line)).toContain(sentence));
});
