import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShortcutId, shortcutOptionName } from '#shared/commands/shortcuts.ts';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { ChordKeys } from '../../../shortcuts/chord-keys.tsx';
import { useIsMac } from '../../../shortcuts/hooks.ts';
import { otherWithKeys } from '../../../shortcuts/same-keys.ts';
import { useShortcutTitle } from '../../../shortcuts/use-shortcut-title.ts';
import { useClient, useDesk } from '../../../state/hooks.ts';
import type { OptionEditor } from '../options/use-option-editor.ts';
import styles from './shortcut-keys.module.css';
import { type Recording, useRecording } from './use-recording.ts';

export interface ShortcutKeysProps {
  readonly id: ShortcutId;
  readonly chord: string;
  readonly editor: OptionEditor;
}

/** The keys of a command, changed by pressing others; keys of another command are taken from it only when asked to. */
export function ShortcutKeys({ id, chord, editor }: ShortcutKeysProps) {
  const title = useShortcutTitle()(id);
  const options = useDesk((model) => model.options);
  const mac = useIsMac();
  const [taken, setTaken] = useState<{ readonly chord: string; readonly other: ShortcutId } | null>(null);
  const recording = useRecording((pressed) => {
    const other = otherWithKeys(id, pressed, options, mac);
    if (other !== undefined) setTaken({ chord: pressed, other });
    else if (pressed !== chord) void editor.set(pressed);
  });
  if (taken) return <Taken {...taken} editor={editor} onClose={() => setTaken(null)} />;
  if (recording.active) return <Recorder title={title} recording={recording} />;
  return (
    <Shown title={title} chord={chord} editor={editor} takesFocus={recording.endedByKey} onChange={recording.start} />
  );
}

interface ShownProps extends Omit<ShortcutKeysProps, 'id'> {
  readonly title: string;
  /** Keys were pressed here just now: the focus stays. */
  readonly takesFocus: boolean;
  readonly onChange: () => void;
}

function Shown({ title, chord, editor, takesFocus, onChange }: ShownProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.shown}>
      <span className={styles.keys}>
        {chord === '' ? <span className={styles.none}>{t('keyboard.none')}</span> : <ChordKeys chord={chord} />}
      </span>
      <span className={styles.buttons}>
        <Button size="small" aria-label={t('keyboard.change.of', { title })} autoFocus={takesFocus} onPress={onChange}>
          {t('keyboard.change')}
        </Button>
        <IconButton
          label={t('keyboard.clear.of', { title })}
          tooltip={t('keyboard.clear')}
          isDisabled={editor.busy || chord === ''}
          onPress={() => void editor.set('')}
        >
          <X />
        </IconButton>
      </span>
    </span>
  );
}

function Recorder({ title, recording }: { readonly title: string; readonly recording: Recording }) {
  const { t } = useTranslation();
  const field = useRef<HTMLButtonElement>(null);
  const noteId = useId();
  useEffect(() => field.current?.focus(), []);
  return (
    <span className={styles.recorder}>
      <button
        ref={field}
        type="button"
        className={styles.field}
        data-refused={recording.refusal !== ''}
        aria-label={t('keyboard.record.of', { title })}
        aria-describedby={noteId}
        onKeyDown={recording.onKeyDown}
        onBlur={recording.leave}
      >
        {t('keyboard.record')}
      </button>
      <span id={noteId} className={styles.note} role={recording.refusal === '' ? undefined : 'alert'}>
        {recording.refusal === '' ? (
          t('keyboard.record.hint')
        ) : (
          <span className={styles.refusal}>{recording.refusal}</span>
        )}
      </span>
    </span>
  );
}

interface TakenProps {
  readonly chord: string;
  readonly other: ShortcutId;
  readonly editor: OptionEditor;
  readonly onClose: () => void;
}

/** Says whose keys these are, and asks before taking them from there. */
function Taken({ chord, other, editor, onClose }: TakenProps) {
  const { t } = useTranslation();
  const client = useClient();
  const titleOf = useShortcutTitle();
  const take = async () => {
    const freed = await client.ask('option.set', { name: shortcutOptionName(other), value: '' });
    if (freed.ok) await editor.set(chord);
    onClose();
  };
  return (
    <span className={styles.recorder}>
      <span className={styles.keys}>
        <ChordKeys chord={chord} />
      </span>
      <span className={styles.note} role="alert">
        <span className={styles.refusal}>{t('keyboard.conflict', { title: titleOf(other) })}</span>
      </span>
      <span className={styles.actions}>
        <Button size="small" onPress={onClose}>
          {t('keyboard.conflict.cancel')}
        </Button>
        <Button size="small" look="primary" autoFocus onPress={() => void take()}>
          {t('keyboard.conflict.take')}
        </Button>
      </span>
    </span>
  );
}
