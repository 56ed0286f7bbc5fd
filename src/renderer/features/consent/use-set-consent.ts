import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#shared/domain/consent.ts';
import type { SessionTarget } from '#shared/protocol/outbound-session.ts';
import type { Refusal } from '#shared/result.ts';
import { useAnnounce, useClient } from '../../state/hooks.ts';
import { type ConsentWord, changeFor } from './consent-word.ts';

export interface ConsentPlace {
  readonly target: SessionTarget;
  /** Their name as the organisation shows it, or their number. */
  readonly name: string;
  readonly channel: string;
}

/** Records what a contact said; `onSaved` is told what is allowed now. */
export function useSetConsent({ target, name, channel }: ConsentPlace, onSaved: (consent: Consent) => void) {
  const { t } = useTranslation();
  const client = useClient();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (word: ConsentWord, proof: string) => {
    setBusy(true);
    const saved = await client.request('contact.set-consent', { target, channel, ...changeFor(word, proof) });
    setBusy(false);
    setRefusal(saved.ok ? null : saved.error);
    if (!saved.ok) return client.warned();
    announce(t('consent.saved', { name }));
    onSaved(saved.value);
  };
  return { busy, refusal, save };
}
