import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './components/empty-state.tsx';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { LoginPage } from './features/login/index.ts';
import { Shell } from './features/shell/index.ts';
import { useDesk } from './state/hooks.ts';

/** The main window: nothing yet, the login, or the desk. */
export function App() {
  return (
    <FaultBoundary title="main window">
      <Page />
      <LiveRegion />
    </FaultBoundary>
  );
}

function Page() {
  const { loaded, fault, phase } = useDesk((model) => ({
    loaded: model.loaded,
    fault: model.fault,
    phase: model.session.phase,
  }));
  if (!loaded) return <NotYet fault={fault?.message ?? null} />;
  return phase === 'signed-in' || phase === 'restoring' ? <Shell /> : <LoginPage />;
}

function NotYet({ fault }: { readonly fault: string | null }) {
  const { t } = useTranslation();
  // The first picture takes a few milliseconds: showing anything before would only flicker.
  if (fault === null) return <p className="visually-hidden">{t('app.loading')}</p>;
  return <EmptyState icon={<TriangleAlert />} title={t('app.fault.title')} hint={`${fault} ${t('app.fault.hint')}`} />;
}
