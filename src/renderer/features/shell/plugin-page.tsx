import { FaultBoundary } from '../../components/fault-boundary.tsx';
import { useRegion } from '../../plugins/hooks.ts';

/** The whole view of a plug-in (region `main.view`); nothing once the plug-in has stopped. */
export function PluginPage({ id }: { readonly id: string }) {
  const contribution = useRegion('main.view').find((entry) => entry.id === id);
  if (!contribution) return null;
  const { component: View, title } = contribution;
  return (
    <FaultBoundary title={title}>
      <View />
    </FaultBoundary>
  );
}
