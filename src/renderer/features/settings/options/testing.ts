import type { OptionInfo, SourcedText } from '#shared/ipc/option-list.ts';

/** A value as the built-in default gives it, unless said otherwise. */
export function sampleValue(text: string, given: Partial<SourcedText> = {}): SourcedText {
  return { text, layer: 'default', layerName: '', file: '', line: 0, ...given };
}

/** An option as nobody has touched it, unless said otherwise. */
export function sampleOption(name: string, given: Partial<OptionInfo> = {}): OptionInfo {
  return {
    name,
    section: 'interaction-workspace',
    owner: 'Replydesk',
    type: { kind: 'text' },
    takesEffect: 'immediately',
    userSettable: false,
    overridable: false,
    planned: false,
    description: 'Says something.',
    since: '0.1.0',
    value: sampleValue(''),
    overrode: [],
    final: false,
    untilRestart: null,
    ...given,
  };
}
