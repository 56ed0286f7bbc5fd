import type { Clock } from '#shared/clock.ts';
import type { MediaStore } from './graph/media-store.ts';
import type { Pacing } from './graph/pacing.ts';
import type { RateLimits } from './graph/rate-limits.ts';
import type { TemplateReview } from './graph/template-review.ts';
import type { TemplateStore } from './graph/template-store.ts';
import type { Faults } from './http/faults.ts';
import type { Log } from './log.ts';
import type { BusinessNumbers } from './numbers.ts';
import type { MessageFlow } from './phones/message-flow.ts';
import type { PhoneBook } from './phones/phone-book.ts';
import type { WindowBook } from './phones/window.ts';
import type { Settings } from './settings.ts';
import type { WebhookSender } from './webhooks/sender.ts';

/** A clock that the control API can move. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): void;
}

/** The simulated world, as the routes see it. `Simulator` builds it. */
export interface Context {
  readonly clock: MovableClock;
  readonly log: Log;
  readonly settings: Settings;
  readonly numbers: BusinessNumbers;
  readonly phones: PhoneBook;
  readonly windows: WindowBook;
  readonly media: MediaStore;
  readonly templates: TemplateStore;
  readonly review: TemplateReview;
  readonly pacing: Pacing;
  readonly limits: RateLimits;
  readonly webhooks: WebhookSender;
  readonly flow: MessageFlow;
  readonly faults: Faults;
  /** Where this simulator listens, once it does. */
  readonly baseUrl: () => string;
}
