import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { splitList } from '#shared/options/parsed.ts';
import { useInteractionOptions, usePrivilege } from '../../state/hooks.ts';
import { useResponses } from '../../state/library.ts';
import type { Listed } from '../../state/library-store.ts';
import { privileges } from '../../state/privileges.ts';
import { inPreferredLanguage, visibleResponses } from './visible.ts';

export interface MyResponses {
  /** Whether the agent may use them at all (ROLE-1). */
  readonly granted: boolean;
  readonly listed: Listed<readonly StandardResponse[]>;
  /** Those the options let them see. */
  readonly all: readonly StandardResponse[];
  /** Of translations, the one in the contact's or the agent's language. */
  readonly preferred: readonly StandardResponse[];
}

const CODE = /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i;
const ALL = '$All$';

/** The standard responses for an interaction, as its options and the languages of contact and agent have them (UI-6). */
export function useMyResponses({ interaction, contact }: InteractionView): MyResponses {
  const { i18n } = useTranslation();
  const granted = usePrivilege(privileges.responses);
  const listed = useResponses();
  const options = useInteractionOptions(interaction.id);
  const categories = options['standard-response.categories'] ?? ALL;
  const languages = options['standard-response.languages'] ?? ALL;
  const spoken = contact.attributes.Language ?? '';
  const all = useMemo(() => {
    const limits = { categories: splitList(categories), languages: splitList(languages) };
    return granted ? visibleResponses(listed.value ?? [], limits) : [];
  }, [granted, listed.value, categories, languages]);
  const preferred = useMemo(
    () =>
      inPreferredLanguage(
        all,
        [spoken.trim(), i18n.language].filter((language) => CODE.test(language)),
      ),
    [all, spoken, i18n.language],
  );
  return { granted, listed, all, preferred };
}
