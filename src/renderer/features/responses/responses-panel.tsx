import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useAnnounce, useDesk } from '../../state/hooks.ts';
import { habitLists } from './habit-lists.ts';
import { ResponsePreview } from './response-preview.tsx';
import { ResponseTree } from './response-tree.tsx';
import styles from './responses-panel.module.css';
import { searchResponses } from './search.ts';
import { type MyResponses, useMyResponses } from './use-my-responses.ts';
import { useSearchFocus } from './use-search-focus.ts';

export interface ResponsesPanelProps {
  readonly view: InteractionView;
  readonly views: MediaTypeViews;
  /** Why words cannot be put into the composer now; undefined: they can. */
  readonly hindrance: string | undefined;
  readonly onUse: (response: StandardResponse) => void;
}

function Nothing({ listed, query }: Pick<MyResponses, 'listed'> & { readonly query: string }) {
  const { t } = useTranslation();
  if (listed.value === null && listed.loading) return <Spinner size="small" />;
  if (listed.value === null && listed.error)
    return <EmptyState icon={<BookOpenText />} title={t('responses.unread')} hint={listed.error.message} />;
  if (query !== '')
    return (
      <EmptyState icon={<BookOpenText />} title={t('responses.none-found')} hint={t('responses.none-found.hint')} />
    );
  return <EmptyState icon={<BookOpenText />} title={t('responses.none')} hint={t('responses.none.hint')} />;
}

/** The standard responses beside a conversation (UI-6): found by tree, search or habit, looked at, put to use. */
export function ResponsesPanel({ view, views, hindrance, onUse }: ResponsesPanelProps) {
  const { t } = useTranslation();
  const { listed, all, preferred } = useMyResponses(view);
  const habits = useDesk((model) => model.responseHabits);
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<string>();
  const search = useSearchFocus();
  const words = query.trim();
  const found = words === '' ? undefined : searchResponses(all, words);
  // What the list does not show any more is not put to use either.
  const isListed = !found || found.some(({ response }) => response.id === selected);
  const shown = isListed ? all.find(({ id }) => id === selected) : undefined;
  const announce = useAnnounce();
  /** A notification can be opened whenever the others cannot be written. */
  const hindranceOf = ({ structure }: StandardResponse) => (structure?.type === 'notification' ? undefined : hindrance);
  const use = (response: StandardResponse) => {
    const why = hindranceOf(response);
    if (why === undefined) return onUse(response);
    setSelected(response.id);
    announce(why);
  };
  const isEmpty = found ? found.length === 0 : preferred.length === 0;
  return (
    <section className={styles.panel} aria-label={t('responses')}>
      <div className={styles.search} ref={search}>
        <SearchField
          label={t('responses.search')}
          placeholder={t('responses.search')}
          clearLabel={t('responses.search.clear')}
          value={query}
          onChange={setQuery}
        />
        <p className="visually-hidden" role="status">
          {found && t('responses.found', { count: found.length })}
        </p>
      </div>
      {isEmpty ? (
        <div className={styles.nothing}>
          <Nothing listed={listed} query={words} />
        </div>
      ) : (
        <ResponseTree
          responses={preferred}
          habits={habitLists(all, habits)}
          found={found}
          onSelect={setSelected}
          onUse={use}
        />
      )}
      {shown && (
        <ResponsePreview
          response={shown}
          interactionId={view.interaction.id}
          channel={view.interaction.channel}
          views={views}
          isFavourite={habits.favourites.includes(shown.id)}
          hindrance={hindranceOf(shown)}
          onUse={() => onUse(shown)}
        />
      )}
    </section>
  );
}
