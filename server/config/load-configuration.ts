import { readResponses } from '#node/response-folder.ts';
import type { OptionDiagnostic } from '#shared/options/entry.ts';
import { contactAttributes } from '#shared/options/responses/response-library.ts';
import type { SecretSource } from '#shared/options/secrets.ts';
import type { ServerConfiguration } from './config.ts';
import { readDeskSettings } from './desk-settings.ts';
import { directoryOf } from './directory.ts';
import { engineConfig, webhookChannels } from './engine-config.ts';
import { type LoadedConfig, loadServerConfig } from './option-folder.ts';
import { optionSecrets } from './option-secrets.ts';
import type { Override } from './overrides.ts';
import { agentProfiles, trialAgents } from './profiles.ts';
import { Secrets } from './secrets.ts';
import { readTls } from './tls.ts';

export interface ConfigurationOptions {
  readonly folder: string;
  readonly trial: boolean;
  readonly overrides: readonly Override[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface LoadedConfiguration {
  /** Undefined when a diagnostic is `fatal`: the server must not start. */
  readonly configuration: ServerConfiguration | undefined;
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** Reads the option folder (OPT-2): files and the command line's values, then what they mean, then their secrets. */
export function loadConfiguration(options: ConfigurationOptions): LoadedConfiguration {
  const { folder, trial, overrides, environment } = options;
  const loaded = loadServerConfig(folder, { trial, overrides });
  const library = readResponses(folder, { reading: loaded, attributes: contactAttributes(loaded.config) });
  const built = build(loaded, library.responses, optionSecrets(folder, environment), trial);
  const all = [...loaded.diagnostics, ...built.diagnostics, ...library.diagnostics];
  const stops = all.some(({ severity }) => severity === 'fatal');
  return { configuration: stops ? undefined : built.configuration, diagnostics: all };
}

function build(
  { config, entries }: LoadedConfig,
  responses: ServerConfiguration['responses'],
  source: SecretSource,
  trial: boolean,
): { configuration: ServerConfiguration; diagnostics: readonly OptionDiagnostic[] } {
  const secrets = new Secrets({ source, entries });
  const desk = readDeskSettings(entries, config);
  const channels = webhookChannels(config, secrets);
  const profiles = agentProfiles(config.agents, secrets);
  const tls = readTls(config.server, source, entries);
  const configuration: ServerConfiguration = {
    server: config.server,
    tls: tls.value,
    engine: engineConfig(config, channels, desk, responses),
    webhookChannels: channels,
    profiles: new Map(profiles.map((profile) => [profile.name, profile])),
    directory: directoryOf(config, desk),
    responses,
    deskOptions: {
      trial,
      freeMessageTimespan: config.lifecycle.freeMessageSeconds,
      dispositionMandatory: desk.dispositionMandatory,
    },
    trialAgents: trial ? trialAgents(config.agents, profiles) : [],
  };
  return { configuration, diagnostics: [...desk.diagnostics, ...secrets.diagnostics, ...tls.diagnostics] };
}
