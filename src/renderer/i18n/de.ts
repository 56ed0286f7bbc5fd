import { conversation } from './de/conversation.ts';
import { desk } from './de/desk.ts';
import { settings } from './de/settings.ts';
import { structured } from './de/structured.ts';
import { windows } from './de/windows.ts';
import { work } from './de/work.ts';
import type { TextKey } from './en.ts';

/** Every text pages show, in German. */
export const de: Readonly<Record<TextKey, string>> = {
  ...desk,
  ...conversation,
  ...settings,
  ...structured,
  ...windows,
  ...work,
};
