import { type FormEvent, useId, useState } from 'react';
import { Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Directory } from '#shared/protocol/directory.ts';
import type { Refusal } from '#shared/result.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceItem, ChoiceList } from '../../../components/choice-list.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { NoticeBanner } from '../../../components/notice.tsx';
import { WritingArea } from '../../../components/writing-area.tsx';
import { useServices } from '../../../state/desk-context.tsx';
import { useInteraction } from '../../../state/hooks.ts';
import { useMayNote } from '../../../state/privileges.ts';
import { useConversation } from '../conversation-context.ts';
import { LONGEST_NOTE } from '../message-menu/note-text.ts';
import styles from './mark-done-dialog.module.css';

export interface MarkDoneDialogProps {
  readonly interactionId: string;
  readonly dispositions: Directory['dispositions'];
  readonly mandatory: boolean;
  readonly onClose: () => void;
}

interface ChoiceProps extends Pick<MarkDoneDialogProps, 'dispositions' | 'mandatory'> {
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

function Choice({ dispositions, mandatory, value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <ChoiceList
      label={
        <>
          {t('conversation.done.disposition')}
          {!mandatory && <span className={styles.optional}> {t('conversation.done.optional')}</span>}
        </>
      }
      value={value}
      onChange={onChange}
    >
      {dispositions.map((disposition, index) => (
        // The dialog was asked for: its first question takes the focus, so that arrows and Enter do the rest.
        <ChoiceItem key={disposition.value} value={disposition.value} autoFocus={index === 0}>
          <span className={styles.value}>{disposition.displayName}</span>
        </ChoiceItem>
      ))}
    </ChoiceList>
  );
}

function Note({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextField className={styles.note ?? ''} value={value} onChange={onChange} maxLength={LONGEST_NOTE}>
      <Label className={styles.label ?? ''}>
        {t('conversation.done.note')}
        <span className={styles.optional}> {t('conversation.done.optional')}</span>
      </Label>
      <WritingArea rows={3} />
    </TextField>
  );
}

function useMarkDone(interactionId: string, onClose: () => void) {
  const { client } = useServices();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const markDone = async (dispositionCode: string | null, note: string) => {
    setBusy(true);
    const written = note.trim() === '' ? null : note.trim();
    const result = await client.run('interaction.done', { interactionId, dispositionCode, note: written });
    setBusy(false);
    if (!result.ok) {
      client.warned();
      return setRefusal(result.error);
    }
    onClose();
  };
  return { busy, refusal, markDone };
}

/** Asks how it ended before the interaction is marked done. */
export function MarkDoneDialog({ interactionId, dispositions, mandatory, onClose }: MarkDoneDialogProps) {
  const { t } = useTranslation();
  const { name } = useConversation();
  const mayNote = useMayNote();
  const form = useId();
  const [code, setCode] = useState<string | null>(null);
  const { sync } = useServices();
  const note = useInteraction(interactionId)?.note ?? '';
  const write = (text: string) => sync.setNote(interactionId, text);
  const { busy, refusal, markDone } = useMarkDone(interactionId, onClose);
  const missing = mandatory && code === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!missing && !busy) void markDone(code, note);
  };
  return (
    <Dialog
      title={t('conversation.done.title')}
      open
      onClose={onClose}
      actions={
        <>
          {missing && <span className={styles.missing}>{t('conversation.done.missing')}</span>}
          <Button onPress={onClose}>{t('conversation.done.cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={missing || busy}>
            {t('conversation.done')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {refusal && (
          <div role="alert">
            <NoticeBanner severity="error" message={refusal.message} />
          </div>
        )}
        {dispositions.length === 0 && !mandatory ? (
          <p>{t('conversation.done.question', { name })}</p>
        ) : (
          <Choice dispositions={dispositions} mandatory={mandatory} value={code} onChange={setCode} />
        )}
        {mayNote && <Note value={note} onChange={write} />}
      </form>
    </Dialog>
  );
}
