import type { OptionDiagnostic, OptionReading } from '#shared/options/entry.ts';
import { placeInValue } from '#shared/options/entry.ts';
import { hostOptions } from '#shared/options/host-options.ts';
import { MAIN_SECTION } from '#shared/options/metadata.ts';
import type { OptionType } from '#shared/options/option-types.ts';
import type { ServerConfig } from '#shared/options/server-config.ts';
import { parseOptionText, type ValueOf } from '#shared/options/values.ts';
import type { Directory } from '#shared/protocol/directory.ts';

type Attribute = Directory['dispositions'][number];

/** Options of the desktop that the server holds to as well, so that no desk can get around them. */
export interface DeskSettings {
  readonly dispositions: readonly Attribute[];
  readonly dispositionMandatory: boolean;
  /** Key of attached data that keeps the chosen disposition as well. */
  readonly dispositionKey: string;
  readonly notReadyReasons: readonly Attribute[];
  readonly maxTextBytes: number;
  /** Channels on which sessions may be started where attached data names none; null: all. */
  readonly outboundChannels: readonly string[] | null;
  readonly diagnostics: readonly OptionDiagnostic[];
}

const NOT_READY_REASONS = 'NotReadyReason';

/** Declared by the WhatsApp plug-in (OPT-5); the server counts the same bytes. */
const maxTextSize = {
  name: 'whatsappsession.max-text-message-size',
  type: { kind: 'integer', min: 1, max: 2_147_483_647, unit: 'bytes' },
  default: '4096',
} as const;

const text = { type: 'string', minLength: 1 } as const;

/** Declared there too: channels of new sessions (SRV-9). */
const outboundSessionConfig = {
  name: 'whatsappsession.outbound-session-config',
  type: {
    kind: 'json',
    mayBeEmpty: true,
    shape: {
      type: 'object',
      required: ['channels'],
      properties: {
        channels: {
          type: 'array',
          items: {
            type: 'object',
            required: ['server-name', 'channel-name', 'business-id'],
            properties: { 'server-name': text, 'channel-name': text, 'business-id': text },
          },
        },
      },
    },
  },
  default: '',
} as const;

/** Reads them from `[interaction-workspace]` of `application.ini`, the layer that holds for everybody. */
export function readDeskSettings(entries: OptionReading['entries'], config: ServerConfig): DeskSettings {
  const diagnostics: OptionDiagnostic[] = [];
  const read = <T extends OptionType>({ name, type, default: fallback }: OptionOf<T>): ValueOf<T> =>
    readOption(entries, name, type, fallback, diagnostics);
  const attribute = read(declarationOf('interaction.disposition.value-business-attribute'));
  return {
    dispositions: attributeValues(config, attribute),
    dispositionMandatory: read(declarationOf('interaction.disposition.is-mandatory')),
    dispositionKey: read(declarationOf('interaction.disposition.key-name')),
    notReadyReasons: attributeValues(config, NOT_READY_REASONS),
    maxTextBytes: read(maxTextSize),
    outboundChannels: channelNames(read(outboundSessionConfig)),
    diagnostics,
  };
}

interface OptionOf<T extends OptionType> {
  readonly name: string;
  readonly type: T;
  readonly default: string;
}

type Declarations = (typeof hostOptions)[number];

function declarationOf<N extends Declarations['name']>(name: N): Extract<Declarations, { readonly name: N }> {
  const found = hostOptions.find((option) => option.name === name);
  if (!found) throw new Error(`The option ${name} is not declared`);
  return found as Extract<Declarations, { readonly name: N }>;
}

function readOption<T extends OptionType>(
  entries: OptionReading['entries'],
  name: string,
  type: T,
  fallback: string,
  diagnostics: OptionDiagnostic[],
): ValueOf<T> {
  const entry = entries.find((one) => one.section === MAIN_SECTION && one.key === name);
  const parsed = entry && parseOptionText(type, entry.value, name);
  if (parsed?.ok) return parsed.value;
  if (entry && parsed) {
    const { line, column } = placeInValue(entry, parsed.error.offset);
    const message = `${parsed.error.message} Until then ${fallback} counts.`;
    diagnostics.push({ file: entry.file, line, column, code: 'bad-value', severity: 'error', message });
  }
  const standard = parseOptionText(type, fallback, name);
  if (!standard.ok) throw new Error(`The default of ${name} is wrong: ${standard.error.message}`);
  return standard.value;
}

/** The value has the shape above. */
function channelNames(value: unknown): readonly string[] | null {
  if (value === null) return null;
  const { channels } = value as { readonly channels: readonly { readonly 'channel-name': string }[] };
  return channels.map((channel) => channel['channel-name']);
}

function attributeValues(config: ServerConfig, name: string): readonly Attribute[] {
  const found = config.businessAttributes.find((attribute) => attribute.name === name);
  return found?.values.map(({ value, displayName }) => ({ value, displayName })) ?? [];
}
