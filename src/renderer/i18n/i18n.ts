import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Disposable } from '#shared/disposable.ts';
import { disposable } from '#shared/disposable.ts';
import type { DeskStore } from '../state/desk-store.ts';
import type { en } from './en.ts';
import { chooseLanguage, languages } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'host';
    resources: { host: typeof en };
    keySeparator: false;
    nsSeparator: false;
  }
}

/** The translator of a page, with every catalogue of the host loaded; ready at once. */
export function createTranslator(language = chooseLanguage('system', navigator.languages)): I18n {
  const translator = createInstance();
  const options = {
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'host',
    ns: ['host', 'plugins'],
    resources: Object.fromEntries(Object.entries(languages).map(([tag, { texts }]) => [tag, { host: texts }])),
    keySeparator: false,
    nsSeparator: false,
    // React escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as const;
  void translator.use(initReactI18next).init(options);
  return translator;
}

/** Keeps the page in the language of `gui.language`. */
export function followLanguage(translator: I18n, store: DeskStore): Disposable {
  const read = () => {
    const { options } = store.getState();
    const language = chooseLanguage(options['gui.language'] ?? 'system', navigator.languages);
    // Only when it is another: the browser lays the whole page out anew, and the store changes with each message.
    if (document.documentElement.lang !== language) document.documentElement.lang = language;
    if (translator.language !== language) void translator.changeLanguage(language);
  };
  read();
  return disposable(store.subscribe(read));
}
