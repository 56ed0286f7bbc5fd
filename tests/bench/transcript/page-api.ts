/** A list the bench page can show. */
export type ListName = 'ours' | 'virtuoso' | 'plain';

export interface Prepending {
  /** Ms until the older messages were painted beyond the upper edge. */
  readonly time: number;
  /** Px the message that was first in view stands elsewhere at the end. */
  readonly shift: number;
  /** The same in the worst painted frame. */
  readonly worst: number;
}

export interface Scrolling {
  /** Ms between one frame and the next. */
  readonly intervals: readonly number[];
  /** Ms of work of each frame. */
  readonly work: readonly number[];
  /** Share of each painted frame's view that showed no message, 0 to 1. */
  readonly blank: readonly number[];
  /** Px the view stands below the upper end when it is over. */
  readonly top: number;
}

/** A scrollbar in the page, px: its middle, and where it begins and ends. */
export interface Bar {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a bench asks of the page, `window.bench` there. One list is open at a time. */
export interface BenchPage {
  /** Opens a list of the newest `count` messages; ms from data to the last message painted. */
  open(name: ListName, count: number): Promise<number>;
  /** Appends messages one by one; ms of each until it was painted in the view. */
  append(count: number): Promise<readonly number[]>;
  /** Appends messages in a burst; how many are not in the view when all is quiet. */
  burst(count: number): Promise<number>;
  /** Puts older messages in front. */
  prepend(count: number): Promise<Prepending>;
  scrollTo(top: number): Promise<void>;
  /** Looks at every frame until `stopScrolling`. */
  startScrolling(): Promise<Bar>;
  stopScrolling(): Promise<Scrolling>;
  close(): Promise<void>;
}
