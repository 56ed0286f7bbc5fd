import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useAnnounce } from '../../state/hooks.ts';
import { useBuilder } from './builder-context.ts';
import { CountedField } from './counted-field.tsx';
import type { DraftButton } from './draft.ts';
import { addButton, type Direction, moveButton, removeButton, titleButton } from './edits.ts';
import { EntryTools } from './entry-tools.tsx';
import styles from './interactive-builder.module.css';

function ButtonEntry({ button, index }: { readonly button: DraftButton; readonly index: number }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { draft, limits, change, focusEntry } = useBuilder();
  const { buttons } = draft;
  const name = t('interactive.button', { number: index + 1 });
  const move = (direction: Direction) => {
    change((now) => moveButton(now, button.id, direction));
    focusEntry(button.id, direction);
    const place = index + (direction === 'up' ? 0 : 2);
    announce(t('interactive.moved', { name, place, of: buttons.length }));
  };
  const remove = () => {
    change((now) => removeButton(now, button.id));
    focusEntry(buttons[index + 1]?.id ?? buttons[index - 1]?.id ?? '', 'text');
  };
  return (
    <li className={styles.entry} data-entry={button.id}>
      <CountedField
        field={`interactive.buttons.${index}.title`}
        label={name}
        value={button.title}
        max={limits.buttons.title}
        onChange={(title) => change((now) => titleButton(now, button.id, title))}
      />
      <EntryTools
        name={name}
        canMove={{ up: index > 0, down: index < buttons.length - 1 }}
        onMove={move}
        onRemove={buttons.length > 1 ? remove : undefined}
      />
    </li>
  );
}

/** One to three buttons the customer answers with. */
export function ButtonsPart() {
  const { t } = useTranslation();
  const { draft, limits, change, focusEntry } = useBuilder();
  const { buttons } = draft;
  const add = () => {
    const next = addButton(draft);
    change(() => next);
    focusEntry(next.buttons.at(-1)?.id ?? '', 'text');
  };
  return (
    <fieldset className={styles.part}>
      <legend>{t('interactive.buttons', { count: buttons.length, max: limits.buttons.count })}</legend>
      <ol className={styles.entries}>
        {buttons.map((button, index) => (
          <ButtonEntry key={button.id} button={button} index={index} />
        ))}
      </ol>
      <Button size="small" isDisabled={buttons.length >= limits.buttons.count} onPress={add}>
        <Plus aria-hidden="true" />
        {t('interactive.add-button')}
      </Button>
    </fieldset>
  );
}
