import type { RegionName, RegionProps } from '#shared/plugin-api/views.ts';
import { FaultBoundary } from '../components/fault-boundary.tsx';
import { useRegion } from './hooks.ts';

export interface RegionPlaceProps extends RegionProps {
  readonly name: RegionName;
}

/** What plug-ins put into a region, in their order. One that fails is left out; the others stay (PLG-3). */
export function Region({ name, ...subject }: RegionPlaceProps) {
  const contributions = useRegion(name, subject.interaction?.mediaType);
  return contributions.map(({ id, title, component: Contribution }) => (
    <FaultBoundary key={id} title={title} compact>
      <Contribution {...subject} />
    </FaultBoundary>
  ));
}
