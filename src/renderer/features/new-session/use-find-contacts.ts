import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IpcResultValue } from '#shared/ipc/contract.ts';
import type { Refusal } from '#shared/result.ts';
import { useAnnounce, useClient } from '../../state/hooks.ts';

/** Ms after the last letter until it is looked for. */
const PAUSE = 150;

interface Found extends IpcResultValue<'contact.find'> {
  /** What was looked for. */
  readonly text: string;
}

export interface FindContacts {
  /** What the last search found; null before the first. */
  readonly found: Found | null;
  readonly refusal: Refusal | null;
}

const nothing: FindContacts = { found: null, refusal: null };

/** Contacts whose name or number holds the text, looked for as it is typed; `may`: the agent may see contacts. */
export function useFindContacts(text: string, may: boolean): FindContacts {
  const { t } = useTranslation();
  const client = useClient();
  const announce = useAnnounce();
  const [state, setState] = useState(nothing);
  const wanted = may ? text.trim() : '';
  useEffect(() => {
    if (wanted === '') return setState(nothing);
    let isLate = false;
    const timer = setTimeout(async () => {
      const answer = await client.request('contact.find', { text: wanted });
      if (isLate) return;
      if (!answer.ok) return setState({ found: null, refusal: answer.error });
      setState({ found: { ...answer.value, text: wanted }, refusal: null });
      announce(t('new-session.whom.found', { count: answer.value.contacts.length }));
    }, PAUSE);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [wanted, client, announce, t]);
  return state;
}
