import { FaultBoundary } from './components/fault-boundary.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { InteractionPage } from './features/pop-out/index.ts';
import { startPage } from './start-page.tsx';
import { openInteraction } from './state/ui-store.ts';

const interactionId = new URLSearchParams(location.search).get('interaction') ?? '';

const { ui } = startPage(
  <FaultBoundary title="interaction window">
    <InteractionPage interactionId={interactionId} />
    <LiveRegion />
  </FaultBoundary>,
);
// The window was opened to work in: its composer takes the focus.
openInteraction(ui, interactionId, true);
