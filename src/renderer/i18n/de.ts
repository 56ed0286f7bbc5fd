import { conversation } from './de/conversation.ts';
import { desk } from './de/desk.ts';
import { interactive } from './de/interactive.ts';
import { notifications } from './de/notifications.ts';
import { responses } from './de/responses.ts';
import { sessions } from './de/sessions.ts';
import { settings } from './de/settings.ts';
import { structured } from './de/structured.ts';
import { windows } from './de/windows.ts';
import { work } from './de/work.ts';
import type { TextKey } from './en.ts';

/** Every text pages show, in German. */
export const de: Readonly<Record<TextKey, string>> = {
  ...desk,
  ...conversation,
  ...interactive,
  ...notifications,
  ...responses,
  ...sessions,
  ...settings,
  ...structured,
  ...windows,
  ...work,
};
