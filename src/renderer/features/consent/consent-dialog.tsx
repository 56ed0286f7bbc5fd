import { type FormEvent, useId, useState } from 'react';
import { FieldError, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#shared/domain/consent.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceItem, ChoiceList } from '../../components/choice-list.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { intoView } from '../../components/into-view.ts';
import { WritingArea } from '../../components/writing-area.tsx';
import { useDesk } from '../../state/hooks.ts';
import { channelName } from '../../state/selectors.ts';
import styles from './consent-dialog.module.css';
import { ConsentFacts } from './consent-facts.tsx';
import { type ConsentWord, wordsFor } from './consent-word.ts';
import { type ConsentPlace, useSetConsent } from './use-set-consent.ts';

/** As the protocol has it. */
const LONGEST_PROOF = 1000;

export interface ConsentDialogProps extends ConsentPlace {
  /** What is known so far. */
  readonly consent: Consent | null;
  /** What the agent most likely has to record; null: they say it. */
  readonly word?: ConsentWord | null;
  readonly onSaved: (consent: Consent) => void;
  readonly onClose: () => void;
}

/** Records what a customer said about being written to, with the proof of an agreement (WA-9). */
export function ConsentDialog({ consent, word: first = null, onSaved, onClose, ...place }: ConsentDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const channel = useDesk((model) => channelName(model, place.channel));
  const [word, setWord] = useState<ConsentWord | null>(first);
  const [proof, setProof] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, refusal, save } = useSetConsent(place, (saved) => {
    onSaved(saved);
    onClose();
  });
  const isUnproven = word === 'agrees' && proof.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (word !== null && !isUnproven && !busy) void save(word, proof);
  };
  return (
    <Dialog
      title={t('consent.title', { name: place.name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('consent.cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={word === null || busy}>
            {t('consent.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <div className={styles.now}>
          <p className={styles.channel}>{t('consent.on', { channel })}</p>
          <ConsentFacts consent={consent} />
        </div>
        <Words consent={consent} word={word} onChange={setWord} />
        {word === 'agrees' && <Proof proof={proof} isMissing={tried && isUnproven} onChange={setProof} />}
        {refusal && <FormRefusal message={refusal.message} />}
      </form>
    </Dialog>
  );
}

interface WordsProps {
  readonly consent: Consent | null;
  readonly word: ConsentWord | null;
  readonly onChange: (word: ConsentWord) => void;
}

function Words({ consent, word, onChange }: WordsProps) {
  const { t } = useTranslation();
  const words = wordsFor(consent);
  return (
    <ChoiceList
      label={t('consent.question')}
      value={word}
      onChange={(value) => onChange(words.find((one) => one === value) ?? 'unknown')}
    >
      {words.map((one, index) => (
        <ChoiceItem key={one} value={one} autoFocus={word === null ? index === 0 : word === one && word !== 'agrees'}>
          <span className={styles.word}>
            {t(`consent.word.${one}`)}
            <span className={styles.hint}>{t(`consent.word.${one}.hint`)}</span>
          </span>
        </ChoiceItem>
      ))}
    </ChoiceList>
  );
}

interface ProofProps {
  readonly proof: string;
  readonly isMissing: boolean;
  readonly onChange: (proof: string) => void;
}

function Proof({ proof, isMissing, onChange }: ProofProps) {
  const { t } = useTranslation();
  return (
    <TextField
      className={styles.proof ?? ''}
      value={proof}
      onChange={onChange}
      maxLength={LONGEST_PROOF}
      isInvalid={isMissing}
      // It is the one thing left to say.
      autoFocus
    >
      <Label className={styles.label ?? ''}>{t('consent.proof')}</Label>
      <WritingArea rows={2} onFocus={intoView} />
      <Text slot="description" className={styles.hint ?? ''}>
        {t('consent.proof.hint')}
      </Text>
      <FieldError className={styles.missing ?? ''}>{t('consent.proof.missing')}</FieldError>
    </TextField>
  );
}
