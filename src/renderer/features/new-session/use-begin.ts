import { useState } from 'react';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useUnfinished } from '../../state/hooks.ts';
import { chosenAmong, type Offered, offeredTo } from './standing.ts';
import { type Choices, useChoices } from './use-choices.ts';
import { type FirstText, useFirstText } from './use-first-text.ts';
import { type Person, usePerson } from './use-person.ts';
import { type Starting, useStart } from './use-start.ts';
import { targetOf, type Whom } from './whom.ts';

/** A session that is being begun: with whom, where, with what. */
export interface BeginState extends Starting, Pick<Choices, 'reload'> {
  readonly whom: Whom | null;
  /** Null until somebody is chosen. */
  readonly person: Person | null;
  /** Undefined while it is being asked for. */
  readonly offered: Offered | undefined;
  /** Why nothing could be learnt about how things stand; null while all is well. */
  readonly unknown: Choices['refusal'];
  readonly choice: ChannelChoice | undefined;
  readonly choose: (channel: string) => void;
  readonly text: FirstText;
  /** The notification editor is open. */
  readonly editing: boolean;
  readonly edit: (open: boolean) => void;
}

/** What stands on the page once a channel is chosen. */
export interface ChosenProps {
  readonly begin: BeginState;
  readonly person: Person;
  readonly choice: ChannelChoice;
}

export function useBegin(whom: Whom | null, channel: string | null, onClose: () => void): BeginState {
  const { unfinished: begun } = useServices();
  const { standing, refusal: unknown, reload } = useChoices(whom);
  const person = usePerson(whom, standing?.contact);
  const offered = useDesk((model) => JSON.stringify(standing && offeredTo(model, standing.choices)));
  const parsed = (JSON.parse(offered) as Offered | null) ?? undefined;
  const [meant, choose] = useState(channel);
  const [editing, edit] = useState(false);
  const choice = parsed?.kind === 'channels' ? chosenAmong(parsed.choices, meant) : undefined;
  const place = whom ? `new-session:${JSON.stringify(targetOf(whom))}` : '';
  const { firstMessage: written } = useUnfinished(place);
  const keep = (firstMessage: string) => begun.keep(place, { firstMessage });
  const text = useFirstText(written, keep, choice, person?.contact);
  const starting = useStart(whom, person?.name ?? '', () => {
    keep('');
    onClose();
  });
  return { whom, person, offered: parsed, unknown, reload, choice, choose, text, editing, edit, ...starting };
}
