import { FaultBoundary } from './components/fault-boundary.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { ToastPage } from './features/toast/index.ts';
import { startPage } from './start-page.tsx';

startPage(
  <FaultBoundary title="preview window">
    <ToastPage />
    <LiveRegion />
  </FaultBoundary>,
);
