import { conversation } from './en/conversation.ts';
import { desk } from './en/desk.ts';
import { interactive } from './en/interactive.ts';
import { notifications } from './en/notifications.ts';
import { responses } from './en/responses.ts';
import { sessions } from './en/sessions.ts';
import { settings } from './en/settings.ts';
import { structured } from './en/structured.ts';
import { windows } from './en/windows.ts';
import { work } from './en/work.ts';

/**
 * Every text pages show, in English; the other languages have the same keys. `{{name}}` stands for a value; plurals
 * end in `_one` and `_other`.
 */
export const en = {
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
} as const;

export type TextKey = keyof typeof en;
