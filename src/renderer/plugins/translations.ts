import type { i18n as I18n } from 'i18next';
import { type Disposable, disposable } from '#shared/disposable.ts';

/** The i18next namespace of all texts of plug-ins. */
export const PLUGIN_TEXTS = 'plugins';

interface Registration {
  readonly language: string;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Texts of plug-ins. The English sentence itself may be the key: what a plug-in hands to the host (a title, a
 * failure in words) is looked up here and shown as it came when there is no translation.
 */
export class PluginTranslations {
  readonly #translator: I18n;
  /** Keys of plug-ins are not known to the compiler, as those of the host are. */
  readonly #lookUp: (key: string, options: Readonly<Record<string, unknown>>) => string;
  readonly #registered = new Set<Registration>();

  constructor(translator: I18n) {
    this.#translator = translator;
    this.#lookUp = translator.t as unknown as (key: string, options: Readonly<Record<string, unknown>>) => string;
  }

  register(language: string, texts: Readonly<Record<string, string>>): Disposable {
    const registration = { language, texts };
    this.#registered.add(registration);
    this.#write(language);
    return disposable(() => {
      this.#registered.delete(registration);
      this.#write(language);
    });
  }

  /** The text in the page's language, else in English, else the key itself. */
  translate(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.#lookUp(key, { ...values, ns: PLUGIN_TEXTS, defaultValue: key });
  }

  /** Written anew from what is registered, so that nothing of a stopped plug-in is left. */
  #write(language: string): void {
    const mine = [...this.#registered].filter((entry) => entry.language === language);
    this.#translator.removeResourceBundle(language, PLUGIN_TEXTS);
    if (mine.length === 0) return;
    const texts = Object.assign({}, ...mine.map((entry) => entry.texts)) as Readonly<Record<string, string>>;
    this.#translator.addResourceBundle(language, PLUGIN_TEXTS, texts);
  }
}
