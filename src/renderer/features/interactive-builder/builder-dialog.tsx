import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { InteractiveLimits, MediaTypeViews } from '#shared/plugin-api/views.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PreviewPane } from '../../components/structured-body/preview-pane.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { closeInteractiveBuilder } from '../../state/ui-store.ts';
import { BuilderContext } from './builder-context.ts';
import { BuilderForm } from './builder-form.tsx';
import { contentOf, previewOf } from './draft.ts';
import styles from './interactive-builder.module.css';
import { SendReason } from './send-reason.tsx';
import { useBuilderDraft } from './use-builder-draft.ts';
import { useFindings } from './use-findings.ts';
import { useFocusEntry } from './use-focus-entry.ts';
import { useSendInteractive } from './use-send-interactive.ts';
import { WholeFinding } from './whole-finding.tsx';

export interface BuilderDialogProps {
  readonly view: InteractionView;
  readonly views: MediaTypeViews;
  readonly limits: InteractiveLimits;
}

/** The open builder: what is written, the preview, and Send with the reason why it is off. What is written stays when it closes. */
export function BuilderDialog({ view, views, limits }: BuilderDialogProps) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const { id } = view.interaction;
  const { draft, ownFile, change, leave, forget } = useBuilderDraft(id);
  const content = contentOf(draft);
  const { whole, atFields, findingAt } = useFindings(view, views, draft);
  const { place, focusEntry } = useFocusEntry();
  const close = () => {
    leave();
    closeInteractiveBuilder(ui);
  };
  const { send, sending, refusal } = useSendInteractive(id, () => {
    forget();
    closeInteractiveBuilder(ui);
  });
  const blocked = whole.length > 0 || atFields.length > 0;
  return (
    <Dialog
      title={t('interactive.title')}
      size="large"
      open
      onClose={close}
      actions={
        <>
          <SendReason draft={draft} whole={whole} findings={atFields} refusal={refusal} onShow={focusEntry} />
          <Button onPress={close}>{t('interactive.close')}</Button>
          <Button look="primary" isDisabled={blocked || sending} onPress={() => void send(content)}>
            {t('conversation.send')}
          </Button>
        </>
      }
    >
      <BuilderContext value={{ draft, limits, change, findingAt, focusEntry }}>
        <div className={styles.builder} ref={place}>
          <div className={styles.form}>
            <WholeFinding findings={whole} interactionId={id} onLeave={close} />
            <BuilderForm ownFile={ownFile} />
          </div>
          {/* A list that is being written is looked at as a whole. */}
          <PreviewPane key={draft.type} body={previewOf(draft)} views={views} expanded />
        </div>
      </BuilderContext>
    </Dialog>
  );
}
