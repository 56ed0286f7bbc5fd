import { Lock, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import type { OptionInfo } from '#shared/ipc/option-list.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Pill } from '../../../components/pill.tsx';
import { ChordKeys } from '../../../shortcuts/chord-keys.tsx';
import { useIsMac } from '../../../shortcuts/hooks.ts';
import { otherWithKeys } from '../../../shortcuts/same-keys.ts';
import { useShortcutTitle } from '../../../shortcuts/use-shortcut-title.ts';
import { useDesk } from '../../../state/hooks.ts';
import { isMine } from '../options/filter-options.ts';
import { useOptionEditor } from '../options/use-option-editor.ts';
import styles from './keyboard-section.module.css';
import { ShortcutKeys } from './shortcut-keys.tsx';

/** One command with its keys. */
export function KeyboardRow({ id, option }: { readonly id: ShortcutId; readonly option: OptionInfo }) {
  const { t } = useTranslation();
  const title = useShortcutTitle()(id);
  const editor = useOptionEditor(option.name);
  const shared = useShared(id, option.value.text);
  const own = option.value.layer === 'preferences';
  const back = t(option.overrode.at(-1)?.layer === 'default' ? 'options.reset.default' : 'options.reset');
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span className={styles.title}>
          {title} {own && <Pill look="accent">{t('keyboard.own')}</Pill>}
        </span>
        {shared !== undefined && <p className={styles.shared}>{t('keyboard.shared', { title: shared })}</p>}
        {editor.refusal !== '' && (
          <p className={styles.shared} role="alert">
            {editor.refusal}
          </p>
        )}
      </div>
      <div className={styles.keys} ref={editor.field}>
        {isMine(option) ? (
          <ShortcutKeys id={id} chord={option.value.text} editor={editor} />
        ) : (
          <Fixed chord={option.value.text} />
        )}
      </div>
      <span className={styles.back}>
        {own && (
          <IconButton
            label={t('options.of', { action: back, name: title })}
            tooltip={back}
            isDisabled={editor.busy}
            onPress={() => void editor.reset()}
          >
            <RotateCcw />
          </IconButton>
        )}
      </span>
    </li>
  );
}

function Fixed({ chord }: { readonly chord: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.fixed}>
      {chord === '' ? t('keyboard.none') : <ChordKeys chord={chord} />}
      <span className={styles.lock} title={t('keyboard.fixed')}>
        <Pill>
          <Lock aria-hidden="true" />
          {t('options.badge.final')}
        </Pill>
      </span>
    </span>
  );
}

/** The name of another command with the same keys: files can give two the same. */
function useShared(id: ShortcutId, chord: string): string | undefined {
  const mac = useIsMac();
  const titleOf = useShortcutTitle();
  const other = useDesk((model) => otherWithKeys(id, chord, model.options, mac));
  return other && titleOf(other);
}
