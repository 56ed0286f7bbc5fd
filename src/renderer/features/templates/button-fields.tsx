import { useTranslation } from 'react-i18next';
import type { TemplateButton } from '#shared/domain/template.ts';
import { TextEntry, type TextEntryProps } from '../../components/text-entry.tsx';
import { withUrl } from './draft-model.ts';
import type { DraftWork } from './use-draft.ts';

export interface ButtonFieldsProps {
  readonly index: number;
  readonly button: TemplateButton;
  readonly work: DraftWork;
  readonly onChange: (button: TemplateButton) => void;
}

/** What a button needs by its kind: its label, and where it leads. */
export function ButtonFields({ index, button, work, onChange }: ButtonFieldsProps) {
  const { t } = useTranslation();
  const number = index + 1;
  const at = (member: string): Pick<TextEntryProps, 'path' | 'error' | 'onLeave'> => {
    const path = `buttons.${index}.${member}`;
    return { path, error: work.errors[path], onLeave: () => work.touch(path) };
  };
  return (
    <>
      {/* WhatsApp writes the label of a code's button itself. */}
      {button.type !== 'copy-code' && (
        <TextEntry
          {...at('title')}
          label={t('templates.button.title', { number })}
          value={button.title}
          onChange={(title) => onChange({ ...button, title })}
        />
      )}
      {button.type === 'url' && (
        <TextEntry
          {...at('url')}
          label={t('templates.button.address', { number })}
          hint={t('templates.button.address.hint')}
          type="url"
          value={button.url}
          onChange={(url) => onChange(withUrl(button, url))}
        />
      )}
      {button.type === 'url' && button.hasParameter && (
        <TextEntry
          {...at('example')}
          label={t('templates.button.address-example', { number })}
          hint={t('templates.button.address-example.hint')}
          type="url"
          value={button.example}
          onChange={(example) => onChange({ ...button, example })}
        />
      )}
      {button.type === 'call' && (
        <TextEntry
          {...at('phoneNumber')}
          label={t('templates.button.number', { number })}
          hint={t('templates.button.number.hint')}
          type="tel"
          value={button.phoneNumber}
          onChange={(phoneNumber) => onChange({ ...button, phoneNumber })}
        />
      )}
      {button.type === 'copy-code' && (
        <TextEntry
          {...at('example')}
          label={t('templates.button.code', { number })}
          hint={t('templates.button.code.hint')}
          value={button.example}
          onChange={(example) => onChange({ ...button, example })}
        />
      )}
    </>
  );
}
