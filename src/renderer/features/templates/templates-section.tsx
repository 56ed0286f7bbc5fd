import { Plus } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { ChannelInfo } from '#shared/protocol/directory.ts';
import { Button } from '../../components/button.tsx';
import { isFocusLost } from '../../components/focus-field.ts';
import { Select } from '../../components/select.tsx';
import { useMediaType } from '../../plugins/hooks.ts';
import { useTemplates } from '../../state/library.ts';
import { RefreshLine } from '../notifications/index.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { draftOf, newDraft, successor } from './draft-model.ts';
import { TemplateDialog } from './template-dialog.tsx';
import { TemplateTable } from './template-table.tsx';
import styles from './templates-section.module.css';
import { useTemplateChannels } from './use-template-channels.ts';

/** All templates of a channel for an administrator: add, change, delete, and what the provider thinks of them (WA-4). */
export function TemplatesAdministration() {
  const channels = useTemplateChannels();
  const [name, setName] = useState<string | null>(null);
  const channel = channels.find((one) => one.name === name) ?? channels[0];
  if (!channel) return null;
  return <OfChannel key={channel.name} channel={channel} channels={channels} onChannel={setName} />;
}

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'delete'; readonly template: Template } | null;

/** Leads to what stands in the place of a template that is gone; without any, to where one is added. */
function useFocusAfter(): {
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly focusAfter: (id: string | undefined) => void;
} {
  const bar = useRef<HTMLDivElement>(null);
  const focusAfter = (id: string | undefined) => {
    const entry = id === undefined ? null : document.querySelector(`[data-template="${CSS.escape(id)}"]`);
    const add = [...(bar.current?.querySelectorAll('button') ?? [])].at(-1);
    (entry?.querySelector<HTMLElement>('button:not(:disabled)') ?? add)?.focus();
  };
  return { bar, focusAfter };
}

interface OfChannelProps {
  readonly channel: ChannelInfo;
  readonly channels: readonly ChannelInfo[];
  readonly onChannel: (name: string) => void;
}

function OfChannel({ channel, channels, onChannel }: OfChannelProps) {
  const { t, i18n } = useTranslation();
  const list = useTemplates(channel.name);
  const { views } = useMediaType(channel.mediaType);
  const [doing, setDoing] = useState<Doing>(null);
  const { bar, focusAfter } = useFocusAfter();
  const templates = list.value?.templates ?? [];
  const close = () => setDoing(null);
  const deleted = (next: string | undefined) => {
    const gone = doing?.what === 'delete' ? doing.template.id : undefined;
    close();
    // The dialog gives the focus back to where it came from, which is no more, or will be gone with the next list.
    setTimeout(() => {
      const entry = document.activeElement?.closest<HTMLElement>('[data-template]');
      if (isFocusLost() || entry?.dataset.template === gone) focusAfter(next);
    }, 50);
  };
  const { notifications } = views;
  if (!notifications) return null;
  const changed = doing?.what === 'change' ? doing.template : null;
  return (
    <>
      <div className={styles.bar} ref={bar}>
        {channels.length > 1 && (
          <Select
            label={t('templates.channel')}
            value={channel.name}
            choices={channels.map(({ name, displayName }) => ({ value: name, label: displayName }))}
            onChange={onChannel}
          />
        )}
        <RefreshLine channel={channel.name} list={list.value} views={notifications} />
        <Button look="primary" onPress={() => setDoing({ what: 'add' })}>
          <Plus aria-hidden="true" />
          {t('templates.new')}
        </Button>
      </div>
      <TemplateTable
        list={list}
        reasonOf={notifications.reason}
        onChange={(template) => setDoing({ what: 'change', template })}
        onDelete={(template) => setDoing({ what: 'delete', template })}
      />
      {(doing?.what === 'add' || changed) && (
        <TemplateDialog
          start={changed ? draftOf(changed) : newDraft(channel.name, i18n.language)}
          id={changed?.id ?? null}
          templates={templates}
          views={views}
          notifications={notifications}
          onClose={close}
        />
      )}
      {doing?.what === 'delete' && (
        <DeleteDialog
          template={doing.template}
          next={successor(templates, doing.template.id)}
          views={notifications}
          onDeleted={deleted}
          onClose={close}
        />
      )}
    </>
  );
}
