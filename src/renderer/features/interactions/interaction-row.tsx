import { CircleAlert, Hourglass, RefreshCw, Timer, TimerOff } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKind } from '#shared/domain/message.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { windowAt } from '#shared/rules/window.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Badge } from '../../components/badge.tsx';
import { MessageKindIcon } from '../../components/message-kind-icon.tsx';
import { PendingIndicator } from '../../components/pending-indicator.tsx';
import { spanText } from '../../i18n/duration.ts';
import { formatLocale } from '../../i18n/format-locale.ts';
import { useCustomerName, useOwnCaseName } from '../../plugins/display-names.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { previewOf } from '../../plugins/preview.ts';
import { usePluginText } from '../../plugins/use-plugin-text.ts';
import { usePendingThresholds } from '../../plugins/use-thresholds.ts';
import { useDesk, useInteraction, useInteractionOptions, useServerTime } from '../../state/hooks.ts';
import { channelName } from '../../state/selectors.ts';
import styles from './interaction-row.module.css';
import { PinMark } from './pin-mark.tsx';
import { PoppedOutMark } from './popped-out-mark.tsx';
import { useBlinking } from './use-blinking.ts';
import { minutesLeft, WINDOW_CLOSED } from './window-left.ts';

/** The browser notes when this is first painted (Element Timing): what the bench of the start reads. */
const PAINTED = { elementtiming: 'interaction-row' };

/** One entry of the list; renders again only when its own interaction changes. */
export const InteractionRow = memo(function InteractionRow({ interactionId }: { readonly interactionId: string }) {
  const view = useInteraction(interactionId);
  if (!view) return null;
  return <Row view={view} />;
});

function Row({ view }: { readonly view: InteractionView }) {
  const { interaction, contact } = view;
  const { views } = useMediaType(interaction.mediaType);
  const thresholds = usePendingThresholds(interaction.id, interaction.mediaType);
  const name = useCustomerName(view);
  const blinks = useBlinking(view, views);
  return (
    <div className={styles.row} data-unread={view.unread > 0} data-blinking={blinks}>
      <Avatar name={name} id={contact.id} />
      <div className={styles.lines}>
        <div className={styles.line}>
          <span className={styles.name} dir="auto" title={name} {...PAINTED}>
            {name}
          </span>
          <PendingIndicator since={interaction.pendingSince} thresholds={thresholds} variant="compact" />
          {interaction.pendingSince === null && <LastTime at={interaction.lastMessage?.at ?? interaction.createdAt} />}
        </div>
        <CaseName view={view} />
        <div className={styles.line}>
          <LastLine view={view} views={views} />
          <Marks interactionId={interaction.id} unread={view.unread} />
        </div>
        <Meta view={view} views={views}>
          <Channel mediaType={interaction.mediaType} name={interaction.channel} />
          {view.stale ? <Stale /> : <Standing view={view} views={views} />}
        </Meta>
      </div>
    </div>
  );
}

interface PartProps {
  readonly view: InteractionView;
  readonly views: MediaTypeViews;
}

function LastLine({ view, views }: PartProps) {
  const { t } = useTranslation();
  const preview = previewOf(view.interaction, views);
  const draft = view.draft.replace(/\s+/gu, ' ').trim();
  if (draft !== '') return <Line before={t('list.draft', { text: '' })} text={draft} isDraft />;
  if (!preview) return <Line before="" text={t('list.no-message')} />;
  const text = preview.text === '' ? t(`kind.${preview.kind}`) : preview.text;
  const before = preview.direction === 'out' ? t('list.you', { text: '' }) : '';
  return <Line before={before} text={text} kind={preview.kind} />;
}

interface LineProps {
  /** Whose words these are, such as "You:". */
  readonly before: string;
  readonly text: string;
  readonly kind?: MessageKind;
  readonly isDraft?: boolean;
}

/** Two boxes, so that each is cut at the end of its own direction: "You:" before Arabic must not hide its beginning. */
function Line({ before, text, kind, isDraft = false }: LineProps) {
  return (
    <span className={styles.preview} data-draft={isDraft}>
      {before !== '' && <span className={styles.before}>{before.trim()}</span>}
      {before !== '' && ' '}
      <span className={styles.words} dir="auto">
        {kind && <MessageKindIcon kind={kind} />}
        {text}
      </span>
    </span>
  );
}

interface MarksProps {
  readonly interactionId: string;
  /** Customer messages nobody has seen. */
  readonly unread: number;
}

const Marks = memo(function Marks({ interactionId, unread }: MarksProps) {
  const { t } = useTranslation();
  const failed = useDesk((model) => model.interactions.get(interactionId)?.failures.length ?? 0);
  return (
    <span className={styles.marks}>
      <PinMark interactionId={interactionId} />
      <PoppedOutMark interactionId={interactionId} />
      {failed > 0 && (
        <span className={styles.failed} title={t('list.failed', { count: failed })}>
          <CircleAlert aria-hidden="true" />
          <span className="visually-hidden">{t('list.failed', { count: failed })}</span>
        </span>
      )}
      <Badge count={unread} label={t('list.unread', { count: unread })} />
    </span>
  );
});

interface ChannelProps {
  readonly mediaType: string;
  readonly name: string;
}

const Channel = memo(function Channel({ mediaType, name }: ChannelProps) {
  const { t } = useTranslation();
  const translate = usePluginText();
  const { views, known } = useMediaType(mediaType);
  const channel = useDesk((model) => channelName(model, name));
  if (!known) return <span className="ellipsis">{t('list.unknown-medium', { medium: mediaType })}</span>;
  const Icon = views.icon;
  return (
    <span className={styles.channel} title={t('list.channel', { medium: translate(views.displayName), channel })}>
      <Icon size={12} />
      <span className="visually-hidden">{translate(views.displayName)}, </span>
      <bdi className="ellipsis">{channel}</bdi>
    </span>
  );
});

/** The window as this desk goes by it (WA-3). */
function useDeskWindow({
  view: { interaction },
  views,
}: Pick<PartProps, 'views'> & { readonly view: Pick<InteractionView, 'interaction'> }) {
  const options = useInteractionOptions(interaction.id);
  return views.serviceWindow?.(interaction.window, options) ?? interaction.window;
}

/** The last line of an entry; its tooltip has the time left of the window, however long that is (WA-3). */
function Meta({ view, views, children }: PartProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const window = useDeskWindow({ view, views });
  const minutes = useServerTime((now) => {
    const at = windowAt(views.hasServiceWindow ? window : null, now);
    return at.state === 'open' ? Math.floor(at.remaining / 60_000) : null;
  });
  const hint = minutes === null ? undefined : t('list.window-left.label', { time: spanText(t, minutes * 60_000) });
  return (
    <div className={styles.meta} title={hint}>
      {children}
    </div>
  );
}

/** The case, where the organisation names cases otherwise than by their customer. */
function CaseName({ view }: Pick<PartProps, 'view'>) {
  const name = useOwnCaseName(view);
  if (name === undefined) return null;
  return (
    <span className={styles.case} dir="auto" title={name}>
      {name}
    </span>
  );
}

function Stale() {
  const { t } = useTranslation();
  return (
    <span className={styles.window}>
      <RefreshCw aria-hidden="true" />
      {t('list.stale')}
    </span>
  );
}

/** Whose turn it is where that is the customer's, else what is left of the window. */
function Standing(props: PartProps) {
  const { t } = useTranslation();
  const { disposition, pendingSince } = props.view.interaction;
  if (disposition !== 'Initiated' || pendingSince !== null) return <WindowLeft {...props} />;
  return (
    <span className={styles.window} title={t('session.waiting.hint')}>
      <Hourglass aria-hidden="true" />
      {t('session.waiting.short')}
    </span>
  );
}

function WindowLeft({ view: { interaction }, views }: PartProps) {
  const { t } = useTranslation();
  const window = useDeskWindow({ view: { interaction }, views });
  const minutes = useServerTime((now) => (views.hasServiceWindow ? minutesLeft(window, now) : null));
  if (minutes === null) return null;
  if (minutes === WINDOW_CLOSED) {
    return (
      <span className={styles.window} data-closing="true" title={t('list.window-closed.label')}>
        <TimerOff aria-hidden="true" />
        {t('list.window-closed')}
      </span>
    );
  }
  const time = spanText(t, minutes * 60_000);
  return (
    <span className={styles.window} data-closing={minutes < 30} title={t('list.window-left.label', { time })}>
      <Timer aria-hidden="true" />
      {t('list.window-left', { time })}
    </span>
  );
}

function LastTime({ at }: { readonly at: number }) {
  const { i18n } = useTranslation();
  const today = useServerTime((now) => new Date(now).toDateString());
  const date = new Date(at);
  const sameDay = date.toDateString() === today;
  const format: Intl.DateTimeFormatOptions = sameDay ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' };
  return (
    <time className={styles.time} dateTime={date.toISOString()}>
      {new Intl.DateTimeFormat(formatLocale(i18n.language), format).format(date)}
    </time>
  );
}
