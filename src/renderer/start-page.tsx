import { type ReactNode, StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { bundledPlugins } from './bundled-plugins.ts';
import { createTranslator, followLanguage } from './i18n/i18n.ts';
import { pageBridge } from './ipc/bridge.ts';
import { perFrame } from './ipc/per-frame.ts';
import { PluginTranslations } from './plugins/translations.ts';
import { ViewLoader } from './plugins/view-loader.ts';
import { createDesk, type Desk } from './state/desk.ts';
import { DeskProvider } from './state/desk-context.tsx';
import { addNotice } from './state/ui-store.ts';
import { applyTheme } from './theme/apply-theme.ts';
import './theme/index.css';

/** Starts a page: services first, then what it shows. The same for the main window and the preview. */
export function startPage(page: ReactNode): Desk {
  const translator = createTranslator();
  const desk = createDesk({ bridge: perFrame(pageBridge()), faultMessage: () => translator.t('app.ipc-failed') });
  applyTheme(desk.store);
  followLanguage(translator, desk.store);
  reportFaults(desk);
  new ViewLoader({
    bundled: bundledPlugins,
    registries: desk.plugins,
    translations: new PluginTranslations(translator),
    store: desk.store,
    onFault: ({ id, displayName }, error) => {
      writeFault(desk, `The views of the plug-in ${id} could not be loaded.`, error);
      const message = translator.t('notices.view-failed', { plugin: displayName });
      addNotice(desk.ui, {
        id: `views:${id}`,
        severity: 'error',
        code: 'views-failed',
        message,
        at: desk.ticker.now(),
      });
    },
  }).start();
  desk.sync.start();
  for (const left of ['pagehide', 'blur']) window.addEventListener(left, () => desk.unfinished.flush());
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={translator}>
        <Localised>
          <DeskProvider desk={desk}>{page}</DeskProvider>
        </Localised>
      </I18nextProvider>
    </StrictMode>,
  );
  return desk;
}

/** Gives react-aria the page's language. */
function Localised({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return <I18nProvider locale={i18n.language}>{children}</I18nProvider>;
}

function writeFault(desk: Desk, message: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void desk.client.request('log.write', { level: 'error', message, detail: detail.slice(0, 20_000) });
}

/** Faults nobody caught go to the program's log. */
function reportFaults(desk: Desk): void {
  window.addEventListener('error', (event) => writeFault(desk, 'A page failed.', event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => writeFault(desk, 'A page left a promise.', event.reason));
}
