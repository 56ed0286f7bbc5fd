import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { useAnnounce, useClient } from '../../state/hooks.ts';
import { targetOf, type Whom } from './whom.ts';

export interface Starting {
  readonly busy: boolean;
  /** Why the last press was refused; null while all is well. */
  readonly refusal: Refusal | null;
  readonly start: (channel: string, content: OutboundContent) => Promise<Result<unknown>>;
}

/** Begins the session; main shows it when it has begun. */
export function useStart(whom: Whom | null, name: string, onBegun: () => void): Starting {
  const { t } = useTranslation();
  const client = useClient();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const underWay = useRef<Promise<Result<unknown>>>(undefined);

  const send = async (channel: string, content: OutboundContent, to: Whom): Promise<Result<unknown>> => {
    setBusy(true);
    const begun = await client.run('session.start', { target: targetOf(to), channel, content });
    setBusy(false);
    setRefusal(begun.ok ? null : begun.error);
    if (!begun.ok) {
      client.warned();
      return begun;
    }
    announce(t('new-session.begun', { name }));
    onBegun();
    return begun;
  };
  const start: Starting['start'] = (channel, content) => {
    if (!whom) throw new Error('a session is begun with nobody');
    underWay.current ??= send(channel, content, whom).finally(() => {
      underWay.current = undefined;
    });
    return underWay.current;
  };
  return { busy, refusal, start };
}
