import type { Message } from '#shared/domain/message.ts';
import type { BenchPage, ListName, Scrolling } from '../transcript/page-api.ts';
import { frames } from './frames.ts';
import type { BenchList } from './list.ts';
import { measureAppend, measureBurst, measureOpen, measurePrepend, watchScrolling } from './measures.ts';
import { OtherList } from './other-list.tsx';
import { OurList } from './ours.tsx';
import './page.css';
import { PlainList } from './plain-list.tsx';
import { benchMessages } from './sample-messages.ts';
import { measureMeanHeight, TunedVirtuoso } from './virtuoso.tsx';

const lists: Readonly<Record<ListName, BenchList>> = {
  ours: new OurList(),
  virtuoso: new OtherList(TunedVirtuoso, '[data-testid="virtuoso-scroller"]'),
  plain: new OtherList(PlainList, '.plain'),
};

/** More than any bench shows at first: what is left is put in front or comes later. */
const LONGEST = 10_000;
const SPARE = 500;
const messages = benchMessages(SPARE + LONGEST + SPARE, 'm', 'bench');
const end = SPARE + LONGEST;
measureMeanHeight(messages.slice(end - 1000, end));

let current: BenchList = lists.ours;
let appended = 0;
let first = 0;
let scrolling: { stop(): Scrolling } | undefined;

const page: BenchPage = {
  open(name, count) {
    current = lists[name];
    [appended, first] = [0, end - count];
    return measureOpen(current, messages.slice(first, end));
  },
  append: (count) => measureAppend(current, take(count)),
  burst: (count) => measureBurst(current, take(count)),
  prepend(count) {
    const older = messages.slice(first - count, first);
    first -= count;
    return measurePrepend(current, older);
  },
  async scrollTo(top) {
    current.scroller().scrollTo(0, top);
    await frames(15);
  },
  startScrolling() {
    scrolling = watchScrolling(current);
    const scroller = current.scroller();
    const { right, top, bottom } = scroller.getBoundingClientRect();
    return Promise.resolve({ x: right - (scroller.offsetWidth - scroller.clientWidth) / 2, top, bottom });
  },
  stopScrolling() {
    if (!scrolling) throw new Error('Nothing was being looked at.');
    return Promise.resolve(scrolling.stop());
  },
  async close() {
    current.close();
    await frames(3);
  },
};

function take(count: number): readonly Message[] {
  const taken = messages.slice(end + appended, end + appended + count);
  appended += count;
  return taken;
}

Object.assign(window, { bench: page });
