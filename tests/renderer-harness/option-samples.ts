import type { OptionInfo, OptionList, SourcedText } from '#shared/ipc/option-list.ts';
import { hostOptions } from '#shared/options/host-options.ts';
import { type OptionMetadata, optionMetadataSchema } from '#shared/options/metadata.ts';
import manifest from '../../plugins/whatsapp/plugin.json' with { type: 'json' };

const builtIn = (text: string): SourcedText => ({ text, layer: 'default', layerName: '', file: '', line: 0 });

function infoOf(declared: OptionMetadata, owner: string): OptionInfo {
  const { default: text, ...option } = declared;
  return {
    ...option,
    // The declaration is read-only, the picture of it is not.
    type: option.type as OptionInfo['type'],
    owner,
    value: builtIn(text),
    overrode: [],
    final: false,
    untilRestart: null,
  };
}

/** Every option there is, with nothing but built-in defaults. */
export const plainOptions: readonly OptionInfo[] = [
  ...hostOptions.map((option) => infoOf(option, 'Replydesk')),
  ...manifest.options.map((option) => infoOf(optionMetadataSchema.parse(option) as OptionMetadata, 'WhatsApp')),
];

type Layer = Omit<SourcedText, 'text'>;
const application = (line: number): Layer => ({ layer: 'application', layerName: '', file: 'application.ini', line });
const tenant = (line: number): Layer => ({ layer: 'tenant', layerName: '', file: 'tenant.ini', line });
const group = (name: string, line: number): Layer => ({
  layer: 'agent-group',
  layerName: name,
  file: `agent-groups/${name}.ini`,
  line,
});
const own = (line: number): Layer => ({ layer: 'preferences', layerName: 'kaa', file: 'kaa.ini', line });

/** The option with more layers on top, each with its text. */
function layered(option: OptionInfo, ...layers: readonly (readonly [Layer, string])[]): OptionInfo {
  const values = [...option.overrode, option.value, ...layers.map(([layer, text]) => ({ ...layer, text }))];
  return { ...option, value: values.at(-1) ?? option.value, overrode: values.slice(0, -1) };
}

const LONG =
  'https://maps.jungle.example/static/v2/preview?center={LATITUDE},{LONGITUDE}&zoom=15&size={WIDTH}x{HEIGHT}&markers=color:green|{LATITUDE},{LONGITUDE}&style=calm-light&language=en&attribution=always-below';

const changes: Readonly<Record<string, (option: OptionInfo) => OptionInfo>> = {
  'gui.theme': (option) =>
    layered(option, [application(12), 'Default'], [group('front-desk', 4), 'HighContrast'], [own(2), 'Dark']),
  'gui.text-size': (option) => ({ ...layered(option, [application(14), '125']), final: true }),
  'gui.language': (option) => layered(option, [own(3), 'en']),
  'toast.timeout': (option) => layered(option, [application(18), '45'], [tenant(3), '20']),
  'connection.url': (option) => ({
    ...layered(option, [application(5), 'https://desk-new.jungle.example']),
    untilRestart: 'https://desk.jungle.example',
  }),
  'interaction.window-title': (option) => ({
    ...layered(option, [group('front-desk', 9), '$Contact.FirstName$ - $Window.Title$']),
    untilRestart: option.value.text,
  }),
  'whatsappsession.location-map.preview.query': (option) => layered(option, [tenant(31), LONG]),
  'whatsappsession.color.client': (option) => ({ ...layered(option, [own(7), '#0a665e']), userSettable: true }),
  'keyboard.agent.ready': (option) => layered(option, [own(9), 'F8']),
  'keyboard.interaction.done': (option) => ({ ...layered(option, [application(40), 'Mod+Shift+D']), final: true }),
  'keyboard.transcript.focus': (option) => layered(option, [application(41), 'Mod+Shift+M']),
};

/** Options as a few layers leave them: own choices, final ones, ones that wait for a restart, long values. */
export const sampleOptions: readonly OptionInfo[] = plainOptions.map((option) =>
  (changes[option.name] ?? ((same: OptionInfo) => same))(option),
);

/** Effective texts, as the picture of the desk has them. */
export function optionTexts(options: readonly OptionInfo[]): Readonly<Record<string, string>> {
  return Object.fromEntries(options.map(({ name, value }) => [name, value.text]));
}

const folder = '/etc/replydesk';

export const fineList: OptionList = { options: [...sampleOptions], diagnostics: [], folder, state: 'in-force' };

export const wrongList: OptionList = {
  options: [...sampleOptions],
  folder: 'C:\\ProgramData\\Replydesk\\config',
  state: 'last-good',
  diagnostics: [
    {
      file: 'tenant.ini',
      line: 22,
      column: 1,
      code: 'unknown-option',
      severity: 'warning',
      message: 'whatsappsession.max-text-mesage-size is no option. Did you mean whatsappsession.max-text-message-size?',
    },
    {
      file: 'application.ini',
      line: 12,
      column: 13,
      code: 'bad-value',
      severity: 'error',
      message: 'gui.theme cannot be "Darkest": did you mean Dark? Write one of system, Default, Dark, HighContrast.',
    },
    {
      file: 'agent-groups/front-desk-and-returns-of-the-northern-region.ini',
      line: 9,
      column: 0,
      code: 'final',
      severity: 'warning',
      message: 'gui.text-size is final in application.ini (line 14) and stays 125. Take this line out.',
    },
    {
      file: 'agents/kaa.ini',
      line: 0,
      column: 0,
      code: 'unreadable',
      severity: 'fatal',
      message: 'The file cannot be read: access is denied. Give the users of this computer the right to read it.',
    },
  ],
};
