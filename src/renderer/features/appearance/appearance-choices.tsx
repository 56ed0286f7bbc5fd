import { Minus, Monitor, Plus } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import { languages } from '../../i18n/languages.ts';
import { useClient, useOption } from '../../state/hooks.ts';
import { textScale, textSizes, themes } from '../../theme/theme.ts';
import styles from './appearance-choices.module.css';

/** The agent's own looks: theme, text size, language. Each takes effect at once. */
export function AppearanceChoices() {
  return (
    <div className={styles.groups}>
      <ThemeChoice />
      <TextSizeChoice />
      <LanguageChoice />
    </div>
  );
}

function useSetOption(): (name: string, value: string) => void {
  const client = useClient();
  return (name, value) => void client.ask('option.set', { name, value });
}

function ThemeChoice() {
  const { t } = useTranslation();
  const theme = useOption('gui.theme', 'system');
  const set = useSetOption();
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={theme}
      onChange={(value) => set('gui.theme', value)}
      aria-label={t('appearance.theme')}
    >
      <span className={styles.label}>{t('appearance.theme')}</span>
      <div className={styles.themes}>
        {(['system', ...themes] as const).map((name) => (
          <Radio key={name} value={name} className={styles.theme ?? ''}>
            <span className={styles.swatch} data-theme={name === 'system' ? undefined : name} aria-hidden="true">
              {name === 'system' ? <Monitor /> : <i />}
            </span>
            {t(`appearance.theme.${name}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function TextSizeChoice() {
  const { t } = useTranslation();
  const percent = Math.round(textScale(useOption('gui.text-size', '100')) * 100);
  const set = useSetOption();
  const smaller = textSizes.findLast((size) => size < percent);
  const larger = textSizes.find((size) => size > percent);
  const change = (size: number | undefined) => size !== undefined && set('gui.text-size', String(size));
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a value, no fields.
    <div className={styles.group} role="group" aria-labelledby="text-size">
      <span className={styles.label} id="text-size">
        {t('appearance.text-size')}
      </span>
      <div className={styles.stepper}>
        <IconButton
          label={t('appearance.text-size.smaller')}
          isDisabled={smaller === undefined}
          onPress={() => change(smaller)}
        >
          <Minus />
        </IconButton>
        <output className={styles.percent}>{t('appearance.text-size.value', { count: percent })}</output>
        <IconButton
          label={t('appearance.text-size.larger')}
          isDisabled={larger === undefined}
          onPress={() => change(larger)}
        >
          <Plus />
        </IconButton>
      </div>
    </div>
  );
}

function LanguageChoice() {
  const { t } = useTranslation();
  const language = useOption('gui.language', 'system');
  const set = useSetOption();
  const choices = [
    { value: 'system', name: t('appearance.language.system') },
    ...Object.entries(languages).map(([value, { name }]) => ({ value, name })),
  ];
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={language}
      onChange={(value) => set('gui.language', value)}
      aria-label={t('appearance.language')}
    >
      <span className={styles.label}>{t('appearance.language')}</span>
      <div className={styles.languages}>
        {choices.map(({ value, name }) => (
          <Radio key={value} value={value} className={styles.language ?? ''}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
