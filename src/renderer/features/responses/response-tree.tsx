import { BellRing, ChevronRight, List, MessageSquareText, Paperclip, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type Key, type Selection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { HabitLists } from './habit-lists.ts';
import { RESPONSE_DRAG } from './response-drag.ts';
import styles from './response-tree.module.css';
import type { FoundResponse, Part } from './search.ts';
import { type Category, categoryTree } from './tree.ts';

export interface ResponseTreeProps {
  readonly responses: readonly StandardResponse[];
  readonly habits: HabitLists;
  /** What the search found, shown in place of the tree. */
  readonly found: readonly FoundResponse[] | undefined;
  readonly onSelect: (responseId: string) => void;
  /** Enter, or a double click. */
  readonly onUse: (response: StandardResponse) => void;
}

const icons = { text: MessageSquareText, notification: BellRing, interactive: List } as const;

/** One response may stand in several places: its key has the place before its id. */
const keyOf = (place: string, { id }: StandardResponse) => `${place} ${id}`;
const idOf = (key: Key) => String(key).slice(String(key).indexOf(' ') + 1);
const isResponse = (key: Key) => String(key).includes(' ');

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ text, found }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
    found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

interface EntryProps {
  readonly place: string;
  readonly response: StandardResponse;
  readonly name?: ReactNode;
  readonly excerpt?: ReactNode;
}

function Entry({ place, response, name = response.name, excerpt }: EntryProps) {
  const { t } = useTranslation();
  const { id, language, shortcut, structure, files, missingFiles = [] } = response;
  const Icon = icons[structure?.type ?? 'text'];
  return (
    <TreeItem id={keyOf(place, response)} textValue={response.name} className={styles.item ?? ''}>
      <TreeItemContent>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a pointer drags it; the row around it has the keys */}
        <div
          className={styles.entry}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(RESPONSE_DRAG, id);
            event.dataTransfer.effectAllowed = 'copy';
          }}
        >
          <Icon aria-hidden="true" />
          <span className={styles.words}>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            {excerpt !== undefined && (
              <span className={styles.excerpt} dir="auto">
                {excerpt}
              </span>
            )}
          </span>
          {missingFiles.length > 0 && (
            <TriangleAlert className={styles.fault} aria-label={t('responses.file.missing')} />
          )}
          {files.length > 0 && <Paperclip aria-label={t('responses.with-files')} />}
          {shortcut !== '' && <span className={styles.shortcut}>/{shortcut}</span>}
          {language !== '' && <span className={styles.language}>{language}</span>}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

interface BranchProps {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}

function Branch({ id, name, children }: BranchProps) {
  return (
    <TreeItem id={id} textValue={name} className={styles.item ?? ''}>
      <TreeItemContent>
        <div className={styles.branch}>
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <ChevronRight aria-hidden="true" />
          </Button>
          <span className={styles.category} dir="auto">
            {name}
          </span>
        </div>
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

function entries(place: string, responses: readonly StandardResponse[]): ReactNode {
  return responses.map((response) => <Entry key={keyOf(place, response)} place={place} response={response} />);
}

/** A category's own, and behind it what is below. */
function branches({ categories, responses, path }: Category): ReactNode {
  return (
    <>
      {categories.map((category) => (
        <Branch key={category.path} id={`category/${encodeURIComponent(category.path)}`} name={category.name}>
          {branches(category)}
        </Branch>
      ))}
      {entries(`in/${encodeURIComponent(path)}`, responses)}
    </>
  );
}

function HabitBranch({ id, name, responses }: Omit<BranchProps, 'children'> & Pick<ResponseTreeProps, 'responses'>) {
  return (
    <Branch id={id} name={name}>
      {entries(id, responses)}
    </Branch>
  );
}

/** The responses as a tree, or what a search found (UI-6): arrows move, Enter or a double click puts one to use. */
export function ResponseTree({ responses, habits, found, onSelect, onUse }: ResponseTreeProps) {
  const { t, i18n } = useTranslation();
  const { favourites, recent, mostUsed } = habits;
  const select = (keys: Selection) => {
    const key = keys === 'all' ? undefined : [...keys][0];
    if (key !== undefined && isResponse(key)) onSelect(idOf(key));
  };
  const use = (key: Key) => {
    const all = [...responses, ...favourites, ...recent, ...mostUsed, ...(found ?? []).map((one) => one.response)];
    const response = all.find(({ id }) => isResponse(key) && id === idOf(key));
    if (response) onUse(response);
  };
  const common = {
    'aria-label': t('responses.list'),
    className: styles.tree ?? '',
    selectionMode: 'single',
    selectionBehavior: 'replace',
    onSelectionChange: select,
    onAction: use,
  } as const;
  if (found) {
    return (
      <Tree key="found" {...common}>
        {found.map(({ response, name, excerpt }) => (
          <Entry
            key={response.id}
            place="found"
            response={response}
            name={<Parts parts={name} />}
            excerpt={<Parts parts={excerpt} />}
          />
        ))}
      </Tree>
    );
  }
  return (
    <Tree key="tree" {...common} defaultExpandedKeys={['favourites', 'recent']}>
      {favourites.length > 0 && <HabitBranch id="favourites" name={t('responses.favourites')} responses={favourites} />}
      {recent.length > 0 && <HabitBranch id="recent" name={t('responses.recent')} responses={recent} />}
      {mostUsed.length > 0 && <HabitBranch id="most-used" name={t('responses.most-used')} responses={mostUsed} />}
      {branches(categoryTree(responses, i18n.language))}
    </Tree>
  );
}
