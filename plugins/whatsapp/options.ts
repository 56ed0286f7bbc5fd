import manifest from './plugin.json' with { type: 'json' };

/** The options this plug-in reads; `plugin.json` says what each means. */
export const options = {
  pendingResponse: 'whatsappsession.pending-response-to-customer',
  maxTextSize: 'whatsappsession.max-text-message-size',
  delaySpan: 'whatsappsession.message-delay-timespan',
  focusOnNew: 'whatsappsession.focus-on-new-messages',
} as const;

export type OptionName = (typeof options)[keyof typeof options];

const defaults = new Map(manifest.options.map((option) => [option.name, option.default]));

/** The text of an option, its default when the value at hand is missing. */
export function optionText(name: OptionName, value: string | undefined): string {
  return value ?? defaults.get(name) ?? '';
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
