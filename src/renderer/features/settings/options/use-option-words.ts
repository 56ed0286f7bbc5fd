import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type OptionWords, optionWords } from './option-words.ts';

/** Says in words what an option is, in the language of the page. */
export function useOptionWords(): OptionWords {
  const { t } = useTranslation();
  return useMemo(() => optionWords(t), [t]);
}
