import {
  Archive,
  Check,
  CirclePause,
  CircleSlash,
  Clock,
  type LucideIcon,
  OctagonX,
  Scale,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TemplateStatus } from '#shared/domain/template.ts';
import { Pill, type PillProps } from '../../../components/pill.tsx';

const looks: Readonly<Record<TemplateStatus, readonly [look: PillProps['look'], icon: LucideIcon]>> = {
  approved: ['ok', Check],
  pending: ['info', Clock],
  rejected: ['danger', OctagonX],
  paused: ['warn', CirclePause],
  disabled: ['danger', CircleSlash],
  'in-appeal': ['info', Scale],
  'pending-deletion': ['warn', Trash2],
  archived: ['neutral', Archive],
  deleted: ['danger', Trash2],
};

/** Where a template stands with the provider, by icon, words and colour (WA-4). */
export function TemplateStatusPill({ status }: { readonly status: TemplateStatus }) {
  const { t } = useTranslation();
  const [look = 'neutral', Icon] = looks[status];
  return (
    <Pill look={look}>
      <Icon aria-hidden="true" />
      {t(`template.status.${status}`)}
    </Pill>
  );
}
