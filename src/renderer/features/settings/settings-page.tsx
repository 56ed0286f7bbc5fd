import { Bell, Info, Keyboard, type LucideIcon, Palette, Puzzle, SlidersHorizontal, Stethoscope } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { useUi } from '../../state/hooks.ts';
import { type SettingsSection, showSettings } from '../../state/ui-store.ts';
import { AboutSection } from './about/about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { DiagnosticsSection } from './diagnostics/diagnostics-section.tsx';
import { KeyboardSection } from './keyboard/keyboard-section.tsx';
import { OptionsSection } from './options/options-section.tsx';
import { PluginsSection } from './plugins/plugins-section.tsx';
import styles from './settings-page.module.css';
import { TemplatesSection } from './templates-section.tsx';
import { type KnownOptions, useOptionList } from './use-option-list.ts';
import { useSections } from './use-sections.ts';
import { WithOptions } from './with-options.tsx';

const icons: Readonly<Record<SettingsSection, LucideIcon>> = {
  options: SlidersHorizontal,
  appearance: Palette,
  keyboard: Keyboard,
  templates: Bell,
  diagnostics: Stethoscope,
  plugins: Puzzle,
  about: Info,
};

/** The settings, section by section (OPT-2). */
export function SettingsPage() {
  const { t } = useTranslation();
  const { ui } = useServices();
  const sections = useSections();
  const wanted = useUi((state) => state.settings);
  const section = sections.includes(wanted) ? wanted : 'options';
  const known = useOptionList();
  return (
    <main className={styles.page} aria-label={t('settings.title')}>
      <Tabs
        className={styles.tabs ?? ''}
        orientation="vertical"
        selectedKey={section}
        onSelectionChange={(key) => showSettings(ui, key as SettingsSection)}
      >
        <div className={styles.side}>
          <p className={styles.title} aria-hidden="true">
            {t('settings.title')}
          </p>
          <TabList className={styles.list ?? ''} aria-label={t('settings.title')}>
            {sections.map((name) => (
              <SectionTab key={name} name={name} findings={known.list?.diagnostics.length ?? 0} />
            ))}
          </TabList>
        </div>
        {sections.map((name) => (
          <TabPanel key={name} id={name} className={styles.panel ?? ''}>
            <Content section={name} known={known} />
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}

function SectionTab({ name, findings }: { readonly name: SettingsSection; readonly findings: number }) {
  const { t } = useTranslation();
  const Icon = icons[name];
  return (
    <Tab id={name} className={styles.tab ?? ''}>
      <Icon aria-hidden="true" />
      <span className={styles.label}>{t(`settings.section.${name}`)}</span>
      {name === 'diagnostics' && (
        <span aria-hidden="true">
          <Badge count={findings} label="" look="danger" />
        </span>
      )}
    </Tab>
  );
}

function Content({ section, known }: { readonly section: SettingsSection; readonly known: KnownOptions }) {
  switch (section) {
    case 'options':
      return <WithOptions known={known}>{({ options }) => <OptionsSection options={options} />}</WithOptions>;
    case 'keyboard':
      return <WithOptions known={known}>{({ options }) => <KeyboardSection options={options} />}</WithOptions>;
    case 'diagnostics':
      return <WithOptions known={known}>{(list) => <DiagnosticsSection list={list} />}</WithOptions>;
    case 'templates':
      return <TemplatesSection />;
    case 'appearance':
      return <AppearanceSection />;
    case 'plugins':
      return <PluginsSection />;
    case 'about':
      return <AboutSection />;
  }
}
