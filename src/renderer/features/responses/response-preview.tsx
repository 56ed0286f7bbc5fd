import { CircleAlert, FileText, Star } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { type FieldFacts, fieldCodePlaces, resolveFields } from '#shared/rules/field-codes.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PhonePreview } from '../../components/structured-body/phone-preview.tsx';
import { useCodeHighlight } from '../../components/use-code-highlight.ts';
import { useFieldFacts } from '../../state/field-facts.ts';
import { useClient } from '../../state/hooks.ts';
import { useTemplates } from '../../state/library.ts';
import styles from './response-preview.module.css';
import { bodyOf } from './search.ts';
import { structureBody } from './structure-body.ts';

export interface ResponsePreviewProps {
  readonly response: StandardResponse;
  readonly interactionId: string;
  /** Of the interaction, whose templates notifications are made of. */
  readonly channel: string;
  readonly views: MediaTypeViews;
  readonly isFavourite: boolean;
  /** Why it cannot be put to use now; undefined: it can. */
  readonly hindrance: string | undefined;
  readonly onUse: () => void;
}

/** A text in which what nobody has filled in is marked. */
function Resolved({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const places = fieldCodePlaces(text);
  const ends = [0, ...places.map(({ end }) => end)];
  return (
    <p className={styles.text} dir="auto">
      {places.map(({ code, start }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code is its place in the text
        <span key={index}>
          {text.slice(ends[index], start)}
          <mark title={t('responses.unresolved')}>{code}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  );
}

/** The message it makes, as the customer sees it; its own words where its template is not known. */
function Message({ response, channel, views, facts, text }: MessageProps) {
  const place = useRef<HTMLDivElement>(null);
  useCodeHighlight(place);
  const templates = useTemplates(channel).value?.templates ?? [];
  const body = response.structure && structureBody(response.structure, templates, facts);
  return <div ref={place}>{body ? <PhonePreview body={body} views={views} expanded /> : <Resolved text={text} />}</div>;
}

interface MessageProps extends Pick<ResponsePreviewProps, 'response' | 'channel' | 'views'> {
  readonly facts: FieldFacts | undefined;
  readonly text: string;
}

function Files({ files, missingFiles = [] }: Pick<StandardResponse, 'files' | 'missingFiles'>) {
  const { t } = useTranslation();
  if (files.length + missingFiles.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t('responses.with-files')}>
      {files.map(({ name }) => (
        <li key={name} dir="auto">
          <FileText aria-hidden="true" />
          {name}
        </li>
      ))}
      {missingFiles.map((name) => (
        <li key={name} data-missing="true" dir="auto">
          <CircleAlert aria-hidden="true" />
          {name} · {t('responses.file.not-sent')}
        </li>
      ))}
    </ul>
  );
}

function Favourite({ id, on }: { readonly id: string; readonly on: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <IconButton
      label={t(on ? 'responses.favourite.remove' : 'responses.favourite.add')}
      aria-pressed={on}
      onPress={() => void client.ask('response.favourite', { id, on: !on })}
    >
      <Star data-filled={on} />
    </IconButton>
  );
}

/** What a response says to this customer, with what it knows of them filled in (UI-6). */
export function ResponsePreview(props: ResponsePreviewProps) {
  const { response, interactionId, channel, views, isFavourite, hindrance, onUse } = props;
  const { t } = useTranslation();
  const facts = useFieldFacts(interactionId);
  const { id, name, category, structure, faults, missingFiles = [] } = response;
  const body = bodyOf(response);
  const { text, unresolved } = facts ? resolveFields(body, facts) : { text: body, unresolved: [] };
  const label = structure ? t(`responses.open.${structure.type}`) : t('responses.insert');
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h3 dir="auto">{name}</h3>
          {category !== '' && (
            <p className={styles.category} dir="auto">
              {category.replaceAll('/', ' › ')}
            </p>
          )}
        </div>
        <Favourite id={id} on={isFavourite} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard as well */}
      <section className={styles.body} aria-label={t('responses.text')} tabIndex={0}>
        {structure ? <Message {...{ response, channel, views, facts, text }} /> : <Resolved text={text} />}
        <Files {...response} />
        {unresolved.length > 0 && (
          <p className={styles.hint}>{t('responses.unresolved.count', { count: unresolved.length })}</p>
        )}
        {/* What is wrong in its file is for administrators: `check` and the server's log say it with the place. */}
        {faults.length > missingFiles.length && <p className={styles.fault}>{t('responses.faulty', { id })}</p>}
      </section>
      {hindrance !== undefined && <p className={styles.hint}>{hindrance}</p>}
      <Button look="primary" wide isDisabled={hindrance !== undefined} onPress={onUse}>
        {label}
      </Button>
    </div>
  );
}
