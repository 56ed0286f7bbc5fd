import type { Disposable } from '#shared/disposable.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { followFocus } from '../windows/follow-focus.ts';
import { OpenOffers } from '../windows/open-offers.ts';
import type { Pages } from '../windows/pages.ts';
import { AttentionFollower } from './attention.ts';
import { Front } from './front.ts';
import { OfferNotifications } from './offer-notifications.ts';
import { SystemTaskBar } from './task-bar.ts';

/** What is in front of the agent, and how they are called when something is not (UI-2, UI-4). */
export class AttentionCenter {
  readonly front: Front;
  readonly notifications: OfferNotifications;
  readonly #follower: AttentionFollower;
  readonly #offers = new OpenOffers();
  #focus: Disposable | undefined;

  /** `onRead`: the interaction whose end is in view of the agent may be another one now. */
  constructor(pages: Pages, onRead: (interactionId: string | null) => void = () => {}) {
    this.front = new Front(() => {
      this.#follower.refresh();
      onRead(this.front.read);
    });
    this.#follower = new AttentionFollower(new SystemTaskBar(() => pages.main), () => this.front.inFront);
    this.notifications = new OfferNotifications({
      isVisible: () => pages.isVisible,
      onClick: () => pages.focusMain(),
    });
  }

  /** Before the first window is made. */
  start(): void {
    this.#focus = followFocus(this.front, () => this.#follower.left());
  }

  stop(): void {
    this.#focus?.dispose();
    this.notifications.clear();
  }

  apply(update: DeskUpdate): void {
    this.#follower.apply(update);
    this.#offers.apply(update);
    const isLocked = update.changes.some((change) => change.type === 'session' && change.session.locked !== null);
    // What was said while the desk was open must not be read while it is locked.
    if (isLocked || this.#offers.count === 0) this.notifications.clear();
  }
}
