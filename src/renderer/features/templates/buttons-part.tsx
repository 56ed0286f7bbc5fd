import { Copy, ExternalLink, type LucideIcon, Phone, Plus, Reply, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TemplateButton } from '#shared/domain/template.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../components/menu.tsx';
import { ButtonFields } from './button-fields.tsx';
import { newButton } from './draft-model.ts';
import styles from './template-dialog.module.css';
import type { DraftWork } from './use-draft.ts';

const icons: Readonly<Record<TemplateButton['type'], LucideIcon>> = {
  'quick-reply': Reply,
  url: ExternalLink,
  call: Phone,
  'copy-code': Copy,
};
const TYPES = ['quick-reply', 'url', 'call', 'copy-code'] as const;

/** The buttons of a template: added by their kind, each with what it needs. */
export function ButtonsPart({ work }: { readonly work: DraftWork }) {
  const { t } = useTranslation();
  const { draft, errors, change } = work;
  const { buttons } = draft;
  const put = (index: number, button: TemplateButton) => change({ buttons: buttons.with(index, button) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the fields above it are.
    <div role="group" aria-label={t('templates.buttons')} className={styles.buttons} data-path="buttons">
      <span className={styles.label} aria-hidden="true">
        {t('templates.buttons')}
      </span>
      {buttons.map((button, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place among the others.
        <div key={index} className={styles.button}>
          <ButtonHead
            index={index}
            type={button.type}
            onRemove={() => change({ buttons: buttons.filter((_, at) => at !== index) })}
          />
          <ButtonFields index={index} button={button} work={work} onChange={(next) => put(index, next)} />
        </div>
      ))}
      {errors.buttons !== undefined && <span className={styles.error}>{errors.buttons}</span>}
      <MenuTrigger>
        <Button size="small">
          <Plus aria-hidden="true" />
          {t('templates.button.add')}
        </Button>
        <Menu aria-label={t('templates.button.add')}>
          {TYPES.map((type) => {
            const Icon = icons[type];
            return (
              <MenuItem
                key={type}
                id={type}
                icon={<Icon />}
                label={t(`templates.button.${type}`)}
                onAction={() => change({ buttons: [...buttons, newButton(type)] })}
              />
            );
          })}
        </Menu>
      </MenuTrigger>
    </div>
  );
}

interface ButtonHeadProps {
  readonly index: number;
  readonly type: TemplateButton['type'];
  readonly onRemove: () => void;
}

function ButtonHead({ index, type, onRemove }: ButtonHeadProps) {
  const { t } = useTranslation();
  const Icon = icons[type];
  return (
    <div className={styles.buttonHead}>
      <Icon aria-hidden="true" />
      <span>{t(`templates.button.${type}`)}</span>
      <IconButton label={t('templates.button.remove', { number: index + 1 })} onPress={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}
