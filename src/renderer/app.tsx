import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './components/empty-state.tsx';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { LockPage } from './features/lock/index.ts';
import { LoginPage } from './features/login/index.ts';
import { Shell } from './features/shell/index.ts';
import { useDesk } from './state/hooks.ts';

/** The main window: nothing yet, the login, the lock, or the desk. */
export function App() {
  return (
    <FaultBoundary title="main window">
      <Page />
      <LiveRegion />
    </FaultBoundary>
  );
}

function Page() {
  const { loaded, fault, phase, locked } = useDesk((model) => ({
    loaded: model.loaded,
    fault: model.fault,
    phase: model.session.phase,
    locked: model.session.locked,
  }));
  if (!loaded) return <NotYet fault={fault?.message ?? null} />;
  if (phase !== 'signed-in' && phase !== 'restoring') return <LoginPage />;
  return locked === null ? <Shell /> : <LockPage />;
}

function NotYet({ fault }: { readonly fault: string | null }) {
  const { t } = useTranslation();
  // The first picture takes a few milliseconds: showing anything before would only flicker.
  if (fault === null) return <p className="visually-hidden">{t('app.loading')}</p>;
  return <EmptyState icon={<TriangleAlert />} title={t('app.fault.title')} hint={`${fault} ${t('app.fault.hint')}`} />;
}
