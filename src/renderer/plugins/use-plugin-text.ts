import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PLUGIN_TEXTS } from './translations.ts';

/** Translates what a plug-in handed over (`displayName`, titles, sentences); shows it as it came without a translation. */
export function usePluginText(): (text: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (text) => {
      const found: unknown = i18n.getResource(language, PLUGIN_TEXTS, text);
      return typeof found === 'string' ? found : text;
    },
    [i18n, language],
  );
}
