import { useTranslation } from 'react-i18next';
import type { ContentFinding } from '#shared/plugin-api/views.ts';
import { Button } from '../../components/button.tsx';
import { NoticeBanner } from '../../components/notice.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { openNotificationEditor } from '../../state/ui-store.ts';
import styles from './interactive-builder.module.css';

export interface WholeFindingProps {
  readonly findings: readonly ContentFinding[];
  readonly interactionId: string;
  readonly onLeave: () => void;
}

/** Why no reply buttons, lists and links can go out now, with the way to what can (UI-7). */
export function WholeFinding({ findings, interactionId, onLeave }: WholeFindingProps) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const [first] = findings;
  const toNotification = () => {
    onLeave();
    openNotificationEditor(ui, interactionId);
  };
  return (
    <div role="alert" className={styles.whole}>
      {first && (
        <NoticeBanner severity="error" message={first.sentence}>
          <Button size="small" onPress={toNotification}>
            {t('interactive.to-notification')}
          </Button>
        </NoticeBanner>
      )}
    </div>
  );
}
