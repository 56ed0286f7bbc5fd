import { beforeEach, describe, expect, it } from 'vitest';
import { CommandGroup } from './command-group.ts';
import { CommandQueue } from './command-queue.ts';

/** What was committed, a list a transaction. */
let committed: string[][];
let queue: CommandQueue;
let group: CommandGroup<string[]>;

beforeEach(() => {
  committed = [];
  queue = new CommandQueue();
  group = new CommandGroup({
    queue,
    commit: async (command) => {
      const transaction: string[] = [];
      const answer = await command(transaction);
      committed.push(transaction);
      return answer;
    },
  });
});

const write = (text: string) => async (transaction: string[]) => {
  await Promise.resolve();
  transaction.push(text);
  return text.toUpperCase();
};
const fail = async () => {
  throw new Error('no room');
};

describe('CommandGroup', () => {
  it('commits what waits together, in order, each with its own answer', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => group.run(write(text))));
    expect(answers).toEqual(['A', 'B', 'C']);
    expect(committed).toEqual([['a', 'b', 'c']]);
  });

  it('takes what comes while a group is committed into the next one', async () => {
    let later: Promise<string> | undefined;
    await group.run(async (transaction) => {
      later = group.run(write('b'));
      return write('a')(transaction);
    });
    await later;
    expect(committed).toEqual([['a'], ['b']]);
  });

  it('fails for the one that fails; the others are committed by themselves, in order', async () => {
    const outcomes = await Promise.allSettled([group.run(write('a')), group.run(fail), group.run(write('c'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(committed).toEqual([['a'], ['c']]);
  });

  it('keeps its place among other commands of the queue', async () => {
    const order: string[] = [];
    const note = (text: string) => async () => {
      order.push(text);
    };
    const all = [group.run(note('a')), group.run(note('b'))];
    group.close();
    all.push(queue.run(note('other')), group.run(note('c')));
    await Promise.all(all);
    expect(order).toEqual(['a', 'b', 'other', 'c']);
  });

  it('does not grow without end', async () => {
    await Promise.all(Array.from({ length: 120 }, (_, index) => group.run(write(String(index)))));
    expect(committed.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(committed.flat()).toEqual(Array.from({ length: 120 }, (_, index) => String(index)));
  });

  it('takes nothing when the queue is closed', async () => {
    await queue.close();
    await expect(group.run(write('a'))).rejects.toThrow('stopping');
    await expect(group.run(write('b'))).rejects.toThrow('stopping');
  });
});
