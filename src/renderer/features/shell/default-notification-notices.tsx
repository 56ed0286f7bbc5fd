import { useEffect } from 'react';
import { useMediaType } from '../../plugins/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, usePrivilege } from '../../state/hooks.ts';
import { useTemplates } from '../../state/library.ts';
import { privileges } from '../../state/privileges.ts';
import { addNotice, dropNotice, type UiStore } from '../../state/ui-store.ts';

interface ChannelProps {
  readonly channel: string;
  readonly displayName: string;
  readonly mediaType: string;
}

/** What was said last of each channel, by page: a notice that was dismissed must not come back with the next lock. */
const told = new WeakMap<UiStore, Map<string, string>>();

function toldOf(ui: UiStore): Map<string, string> {
  const known = told.get(ui) ?? new Map<string, string>();
  told.set(ui, known);
  return known;
}

/** Looks at one channel's templates whenever they or the options are others. */
function Check({ channel, displayName, mediaType }: ChannelProps) {
  const { ui, ticker } = useServices();
  const { views } = useMediaType(mediaType);
  const options = useDesk((model) => model.options);
  const templates = useTemplates(channel).value?.templates;
  const { code, sentence } = (templates && views.composer?.mismatch(options, templates)) ?? {};
  const known = templates !== undefined;
  useEffect(() => {
    const id = `default-notification:${channel}`;
    const message = sentence === undefined ? undefined : `${displayName}: ${sentence} (${code})`;
    const before = toldOf(ui).get(channel);
    if (!known || message === before) return;
    if (code === undefined || message === undefined) {
      toldOf(ui).delete(channel);
      dropNotice(ui, id);
      return;
    }
    toldOf(ui).set(channel, message);
    addNotice(ui, { id, severity: 'warning', code, message, at: ticker.now(), action: 'templates' });
  }, [ui, ticker, channel, displayName, known, code, sentence]);
  return null;
}

/** Asks for a channel's templates only where automatic notifications are wanted: then no templates are never enough. */
function CheckWhereWanted(props: ChannelProps) {
  const { views } = useMediaType(props.mediaType);
  const options = useDesk((model) => model.options);
  const wanted = views.composer?.mismatch(options, []) !== undefined;
  return wanted && <Check {...props} />;
}

/**
 * Tells whoever administers templates why automatic notifications are off although the options ask for them: every such
 * send would fail (WA-3).
 */
export function DefaultNotificationNotices() {
  const administrator = usePrivilege(privileges.manageTemplates);
  const channels = useDesk((model) => model.session.directory.channels);
  if (!administrator) return null;
  return channels.map(({ name, displayName, mediaType }) => (
    <CheckWhereWanted key={name} channel={name} displayName={displayName} mediaType={mediaType} />
  ));
}
