import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FileSource } from '#shared/domain/file-source.ts';
import { useBuilder } from './builder-context.ts';
import { ButtonsPart } from './buttons-part.tsx';
import { CountedField } from './counted-field.tsx';
import type { InteractiveType } from './draft.ts';
import { HeaderPart } from './header-part.tsx';
import styles from './interactive-builder.module.css';
import { LinkPart } from './link-part.tsx';
import { ListPart } from './list-part.tsx';

const types: readonly InteractiveType[] = ['buttons', 'list', 'url'];
const parts = { buttons: ButtonsPart, list: ListPart, url: LinkPart } as const;

function TypeChoice() {
  const { t } = useTranslation();
  const { draft, change } = useBuilder();
  const choose = (type: string) => change((now) => ({ ...now, type: types.find((one) => one === type) ?? now.type }));
  return (
    <RadioGroup className={styles.types ?? ''} value={draft.type} onChange={choose} orientation="horizontal">
      <Label className="visually-hidden">{t('interactive.type')}</Label>
      {types.map((type) => (
        <Radio key={type} value={type} className={styles.type ?? ''}>
          {t(`interactive.type.${type}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

export interface BuilderFormProps {
  /** The file the message came with. */
  readonly ownFile: FileSource | null;
}

/** The fields in the order in which the customer reads them. */
export function BuilderForm({ ownFile }: BuilderFormProps) {
  const { t } = useTranslation();
  const { draft, limits, change } = useBuilder();
  const Part = parts[draft.type];
  return (
    <>
      <TypeChoice />
      <HeaderPart ownFile={ownFile} />
      <CountedField
        field="interactive.body"
        label={t('interactive.body')}
        value={draft.body}
        max={limits.body}
        multiline
        onChange={(body) => change((now) => ({ ...now, body }))}
      />
      <CountedField
        field="interactive.footer"
        label={t('interactive.footer')}
        value={draft.footer}
        max={limits.footer}
        optional
        onChange={(footer) => change((now) => ({ ...now, footer }))}
      />
      <Part />
    </>
  );
}
