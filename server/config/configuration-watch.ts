import { watchFolder } from '#node/folder-watch.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { OptionDiagnostic } from '#shared/options/entry.ts';
import { RESPONSE_FILES, RESPONSES } from '#shared/options/responses/response-library.ts';
import type { Log } from '../log.ts';
import type { ServerConfiguration } from './config.ts';
import { comparableText, isEmptied, keysForRestart, whatIsTakenAway } from './configuration-changes.ts';
import type { LiveConfiguration } from './live-configuration.ts';
import { type ConfigurationOptions, loadConfiguration } from './load-configuration.ts';

export interface ConfigurationWatchOptions {
  /** What the first configuration was read from, and all later ones are. */
  readonly options: ConfigurationOptions;
  readonly live: LiveConfiguration;
  readonly log: Log;
  /** Milliseconds until a change that takes something away is looked at again. */
  readonly secondLook?: number;
}

const SECOND_LOOK = 1_000;

const EMPTIED: OptionDiagnostic = {
  file: 'application.ini',
  line: 1,
  column: 1,
  code: 'emptied',
  severity: 'error',
  message:
    'No channel, queue or agent is left, as in a file that is still being written. Restart the server if this is meant.',
};

/**
 * Reads the option folder anew when it has changed and puts what it says in force as a whole (OPT-3). A set with an
 * error in it changes nothing: the last good one stays, and the log says why.
 */
export class ConfigurationWatch {
  readonly #options: ConfigurationWatchOptions;
  readonly #started: ServerConfiguration;
  #watch: Disposable | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** A change that takes something away, seen once. */
  #doubted: string | undefined;
  /** What was refused last, so that a folder in which other things stir does not fill the log. */
  #refused = '';

  constructor(options: ConfigurationWatchOptions) {
    this.#options = options;
    this.#started = options.live.current;
  }

  start(): void {
    this.#watch = watchFolder({
      folder: this.#options.options.folder,
      subfolders: [RESPONSES, RESPONSE_FILES],
      onSettled: () => this.#read(),
    });
    // What was written after the first reading and before the watch began would else be seen by nobody.
    this.#read();
  }

  async stop(): Promise<void> {
    this.#watch?.dispose();
    clearTimeout(this.#timer);
  }

  #read(): void {
    clearTimeout(this.#timer);
    const { live } = this.#options;
    try {
      const { configuration, diagnostics } = loadConfiguration(this.#options.options);
      const wrong = diagnostics.some(({ severity }) => severity !== 'warning');
      if (!configuration || wrong) this.#refuse(diagnostics, configuration);
      else if (isEmptied(live.current, configuration)) this.#refuse([EMPTIED]);
      else this.#consider(configuration, diagnostics);
    } catch (error) {
      this.#options.log.error({ err: error }, 'the option files could not be read; the last good ones stay in force');
    }
  }

  #refuse(diagnostics: readonly OptionDiagnostic[], configuration?: ServerConfiguration): void {
    const { live, log } = this.#options;
    this.#doubted = undefined;
    const refused = JSON.stringify(diagnostics);
    if (refused === this.#refused) return;
    this.#refused = refused;
    // A server starts with a set that has errors, without what they are about: then this is what is in force.
    if (configuration && comparableText(configuration) === comparableText(live.current)) return;
    logDiagnostics(log, diagnostics);
    const errors = diagnostics.filter(({ severity }) => severity !== 'warning').length;
    log.error(
      { event: 'configuration-refused', errors },
      'the option files have errors: the last good ones stay in force until they are corrected',
    );
  }

  #consider(next: ServerConfiguration, diagnostics: readonly OptionDiagnostic[]): void {
    const { live, log, secondLook = SECOND_LOOK } = this.#options;
    const text = comparableText(next);
    if (text === comparableText(live.current)) {
      if (this.#refused !== '') log.info({ event: 'configuration-restored' }, 'the option files are as in force again');
      this.#refused = '';
      this.#doubted = undefined;
      return;
    }
    const takenAway = whatIsTakenAway(live.current, next);
    if (takenAway.length > 0 && this.#doubted !== text) {
      this.#doubted = text;
      this.#timer = setTimeout(() => this.#read(), secondLook);
      this.#timer.unref();
      return;
    }
    this.#take(next, diagnostics, takenAway);
  }

  #take(next: ServerConfiguration, diagnostics: readonly OptionDiagnostic[], takenAway: readonly string[]): void {
    const { live, log } = this.#options;
    this.#doubted = undefined;
    this.#refused = '';
    logDiagnostics(log, diagnostics);
    log.info({ event: 'configuration-taken', takenAway }, 'the option files have changed and are in force');
    const keys = keysForRestart(this.#started, next);
    if (keys.length > 0) {
      const message = `a restart is needed before the new ${keys.join(', ')} of [server] counts; all else is in force`;
      log.warn({ event: 'restart-needed', keys }, message);
    }
    live.replace(next);
  }
}

function logDiagnostics(log: Log, diagnostics: readonly OptionDiagnostic[]): void {
  for (const { message, ...place } of diagnostics) {
    if (place.severity === 'warning') log.warn(place, message);
    else log.error(place, message);
  }
}
