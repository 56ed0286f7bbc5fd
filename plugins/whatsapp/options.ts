import type { ReadMarkPolicy } from '#shared/plugin-api/background.ts';
import manifest from './plugin.json' with { type: 'json' };

/** The options this plug-in reads; `plugin.json` says what each means. */
export const options = {
  pendingResponse: 'whatsappsession.pending-response-to-customer',
  maxTextSize: 'whatsappsession.max-text-message-size',
  delaySpan: 'whatsappsession.message-delay-timespan',
  sessionsCount: 'whatsappsession.transcript-interactions-count',
  crossChannel: 'whatsappsession.show-cross-channel-messages',
  focusOnNew: 'whatsappsession.focus-on-new-messages',
  blinking: 'whatsappsession.new-message-blinking',
  blinkingSpan: 'whatsappsession.new-message-blinking-duration',
  ringingBell: 'whatsappsession.ringing-bell',
  emojiAttribute: 'whatsappsession.emojis-business-attribute',
  readMarks: 'whatsappsession.read-marks',
  autoAnswer: 'whatsappsession.auto-answer',
  autoAnswerTimer: 'whatsappsession.auto-answer.timer',
  automaticNotifications: 'whatsappsession.enable-free-msg-timespan-monitoring',
  freeTimespan: 'whatsappsession.free-msg-timespan',
  defaultNotificationText: 'whatsappsession.default-notification-text',
  defaultNotificationId: 'whatsappsession.default-notification-id',
  defaultNotificationLanguage: 'whatsappsession.default-notification-language',
  promptForDone: 'whatsappsession.prompt-for-done',
  textSize: 'whatsappsession.text-size',
  colourOfClient: 'whatsappsession.color.client',
  colourOfAgent: 'whatsappsession.color.agent',
  colourOfSystem: 'whatsappsession.color.system',
  colourOfErrors: 'whatsappsession.color.error',
  /** Read by the server, when a session is begun. */
  outboundSessions: 'whatsappsession.outbound-session-config',
  /** Read by the host, when the agent signs out. */
  workbin: 'workbin.whatsappsession.in-progress',
} as const;

export type OptionName = (typeof options)[keyof typeof options];

const defaults = new Map(manifest.options.map((option) => [option.name, option.default]));

/** The text of an option, its default when the value at hand is missing. */
export function optionText(name: OptionName, value: string | undefined): string {
  return value ?? defaults.get(name) ?? '';
}

export function optionFlag(name: OptionName, value: string | undefined): boolean {
  return optionText(name, value).toLowerCase() === 'true';
}

/** When the customer is told that messages were read (WA-8). */
export function readMarkPolicy(value: string | undefined): ReadMarkPolicy {
  const text = optionText(options.readMarks, value);
  return text === 'on-accept' || text === 'never' ? text : 'on-view';
}

/** Whole numbers between commas; main has checked them against the metadata. */
export function optionNumbers(name: OptionName, value: string | undefined): readonly number[] {
  return optionText(name, value)
    .split(',')
    .map((part) => Number.parseInt(part, 10));
}

export function optionNumber(name: OptionName, value: string | undefined): number {
  return optionNumbers(name, value)[0] ?? 0;
}
