import type { Page } from '@playwright/test';
import type { SceneData } from './fake-bridge.ts';
import type { OpenOptions } from './harness.ts';

/** A picture to take: what the page is fed with, how it is opened, and what is done before. */
export interface Scene extends OpenOptions {
  readonly data: SceneData;
  readonly act?: (page: Page) => Promise<void>;
}
