import { useTranslation } from 'react-i18next';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { parametersOf } from '#shared/rules/template-text.ts';
import { TextEntry } from '../../components/text-entry.tsx';
import styles from './template-dialog.module.css';
import type { DraftWork } from './use-draft.ts';

export interface ExampleFieldsProps {
  readonly part: 'header' | 'body';
  readonly text: TemplateDraft['body'];
  readonly work: DraftWork;
  readonly onChange: (name: string, example: string) => void;
}

/** A field for the example of each parameter; they come and go with what is written. */
export function ExampleFields({ part, text, work, onChange }: ExampleFieldsProps) {
  const { t } = useTranslation();
  const names = parametersOf(text.text);
  if (names.length === 0) return null;
  return (
    <div className={styles.examples}>
      {names.map((name) => {
        const path = `${part}.examples.${name}`;
        return (
          <TextEntry
            key={name}
            path={path}
            label={t(part === 'header' ? 'templates.example.header' : 'templates.example.body', { name })}
            value={text.examples[name] ?? ''}
            error={work.errors[path]}
            onChange={(example) => onChange(name, example)}
            onLeave={() => work.touch(path)}
          />
        );
      })}
    </div>
  );
}
