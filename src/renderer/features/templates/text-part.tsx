import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { withParameter, withWords } from './draft-model.ts';
import type { DraftWork } from './use-draft.ts';

/** The text, with a button that puts the next parameter where the cursor stands. */
export function TextPart({ work }: { readonly work: DraftWork }) {
  const { t } = useTranslation();
  const { draft, errors, change, touch } = work;
  const area = useRef<HTMLTextAreaElement>(null);
  const add = () => {
    const { text, end } = withParameter(draft.body, area.current?.selectionStart ?? draft.body.text.length);
    change({ body: text });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(end, end);
    });
  };
  return (
    <TextEntry
      path="body.text"
      label={t('templates.body')}
      hint={t('templates.body.hint')}
      rows={4}
      areaRef={area}
      value={draft.body.text}
      error={errors['body.text']}
      onChange={(text) => change({ body: withWords(draft.body, text) })}
      onLeave={() => touch('body.text')}
    >
      <Button size="small" onPress={add}>
        <Plus aria-hidden="true" />
        {t('templates.parameter.add')}
      </Button>
    </TextEntry>
  );
}
