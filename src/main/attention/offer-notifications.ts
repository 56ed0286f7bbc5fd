import { Notification } from 'electron';

export interface OfferNotificationsOptions {
  /** True when some window of ours is to be seen: then the preview is enough. */
  readonly isVisible: () => boolean;
  /** The agent wants to see the offer. */
  readonly onClick: () => void;
}

/**
 * Says through the operating system that an offer rings while all windows are hidden or minimised (UI-2). The words come
 * from the preview's page, which has the agent's language and knows what may be said while the desk is locked.
 */
export class OfferNotifications {
  readonly #options: OfferNotificationsOptions;
  /** Kept until it is gone: a notification nobody refers to is collected, and its click with it. */
  #shown: Notification | undefined;

  constructor(options: OfferNotificationsOptions) {
    this.#options = options;
  }

  show({ title, body }: { readonly title: string; readonly body: string }): void {
    if (this.#options.isVisible() || !Notification.isSupported()) return;
    this.clear();
    // The preview rings by its own option: the system must not ring over it.
    const notification = new Notification({ title, body, silent: true });
    notification.on('click', () => this.#options.onClick());
    notification.show();
    this.#shown = notification;
  }

  /** Nothing is offered any more, or what was said must not be seen. */
  clear(): void {
    this.#shown?.close();
    this.#shown = undefined;
  }
}
