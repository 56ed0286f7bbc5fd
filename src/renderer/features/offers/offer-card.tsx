import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Interaction, Offer } from '#shared/domain/interaction.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { offerEnd } from '#shared/rules/offer-end.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Button } from '../../components/button.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { MessageKindIcon } from '../../components/message-kind-icon.tsx';
import { Ring } from '../../components/ring.tsx';
import { clockText } from '../../i18n/duration.ts';
import { useCustomerName } from '../../plugins/display-names.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { previewOf } from '../../plugins/preview.ts';
import { Region } from '../../plugins/region.tsx';
import { usePluginText } from '../../plugins/use-plugin-text.ts';
import { useDesk, useInteractionOptions, usePrivilege, useServerTime } from '../../state/hooks.ts';
import { privileges } from '../../state/privileges.ts';
import { channelName, queueName } from '../../state/selectors.ts';
import { CaseRows } from './case-rows.tsx';
import styles from './offer-card.module.css';
import { useAutoAnswer } from './use-auto-answer.ts';
import { type OfferActions, useOffer } from './use-offer.ts';

/** Seconds from which the countdown is urgent. */
const URGENT = 5;

export interface OfferCardProps {
  readonly view: InteractionView;
  readonly offer: Offer;
  /** `toast` fills the preview window, `list` stands on top of the list. */
  readonly variant: 'toast' | 'list';
  /** Shows the keys and gives this card Enter and Escape. */
  readonly keys?: boolean;
}

/** One offered interaction: who, where, what, why, how long; Accept and Reject (UI-2). */
export function OfferCard({ view, offer, variant, keys = false }: OfferCardProps) {
  const { t } = useTranslation();
  const { interaction, contact } = view;
  const actions = useOffer(interaction.id, offer);
  const mayAccept = usePrivilege(privileges.accept);
  const acts = variant === 'toast' && mayAccept;
  const automatic = useAutoAnswer({ view, offer, acts, accept: actions.acceptByItself });
  const name = useCustomerName(view);
  return (
    <article className={styles.card} data-variant={variant} aria-label={t('toast.offer', { name })}>
      <header className={styles.header}>
        <Avatar name={name} id={contact.id} size={variant === 'toast' ? 'large' : 'medium'} />
        <div className={styles.who}>
          <h3 className="ellipsis" dir="auto" title={name}>
            {name}
          </h3>
          <Origin view={view} brief={variant === 'list'} />
        </div>
        <Countdown view={view} offer={offer} />
      </header>
      <FirstLine view={view} />
      {variant === 'toast' && <CaseRows view={view} />}
      <Reasons view={view} offer={offer} withWaiting={variant === 'list'} />
      {variant === 'toast' && <Region name="toast.body" interaction={interaction} contact={contact} />}
      {automatic !== undefined && mayAccept && actions.busy === null && (
        <p className={styles.automatic}>{t('offers.automatic', { count: automatic })}</p>
      )}
      <Actions large={variant === 'toast'} keys={keys} actions={actions} />
    </article>
  );
}

interface ActionsProps {
  readonly large: boolean;
  readonly keys: boolean;
  readonly actions: OfferActions;
}

/** Accept and Reject, each only for an agent who may (ROLE-1). */
function Actions({ large, keys, actions: { busy, accept, reject } }: ActionsProps) {
  const { t } = useTranslation();
  const mayAccept = usePrivilege(privileges.accept);
  const mayDecline = usePrivilege(privileges.decline);
  if (!mayAccept && !mayDecline) return null;
  const size = large ? 'large' : 'medium';
  return (
    <div className={styles.actions}>
      {mayDecline && (
        <Button onPress={reject} isDisabled={busy !== null} size={size} data-offer-action="reject">
          {!keys && <X aria-hidden="true" size={16} />}
          {busy === 'rejecting' ? t('toast.rejecting') : t('offers.reject')}
          {keys && <Key name={t('key.escape')} />}
        </Button>
      )}
      {mayAccept && (
        <Button look="primary" onPress={accept} isDisabled={busy !== null} size={size} data-offer-action="accept">
          {!keys && <Check aria-hidden="true" size={16} />}
          {busy === 'accepting' ? t('toast.accepting') : t('offers.accept')}
          {keys && <Key name={t('key.enter')} />}
        </Button>
      )}
    </div>
  );
}

/** The key that does the same; not part of the button's name. */
function Key({ name }: { readonly name: string }) {
  return (
    <span aria-hidden="true">
      <Kbd>{name}</Kbd>
    </span>
  );
}

interface OriginProps extends Pick<OfferCardProps, 'view'> {
  /** Little room: the icon stands for the medium. */
  readonly brief: boolean;
}

function Origin({ view: { interaction }, brief }: OriginProps) {
  const translate = usePluginText();
  const { views } = useMediaType(interaction.mediaType);
  const channel = useDesk((model) => channelName(model, interaction.channel));
  const waiting = useWaiting(interaction);
  const Icon = views.icon;
  return (
    <p className={styles.origin}>
      <Icon size={14} />
      <span className="ellipsis">
        <span className={brief ? 'visually-hidden' : undefined}>{translate(views.displayName)} · </span>
        <bdi>{channel}</bdi>
      </span>
      {!brief && <span className={styles.waiting}>· {waiting}</span>}
    </p>
  );
}

function Countdown({ view, offer }: Pick<OfferCardProps, 'view' | 'offer'>) {
  const { t } = useTranslation();
  const timeout = Number(useInteractionOptions(view.interaction.id)['toast.timeout']);
  const end = offerEnd(offer, timeout);
  const left = useServerTime((now) => Math.max(0, Math.ceil((end - now) / 1000)));
  const whole = Math.max(1, (end - offer.offeredAt) / 1000);
  return (
    <Ring left={left / whole} urgent={left <= URGENT} label={t('offers.left', { count: left })}>
      {left}
    </Ring>
  );
}

function FirstLine({ view: { interaction } }: Pick<OfferCardProps, 'view'>) {
  const { t } = useTranslation();
  const { views } = useMediaType(interaction.mediaType);
  const preview = previewOf(interaction, views);
  if (!preview) return null;
  return (
    <p className={styles.line}>
      <MessageKindIcon kind={preview.kind} />
      <span className={styles.text} dir="auto">
        {preview.text === '' ? t(`kind.${preview.kind}`) : preview.text}
      </span>
    </p>
  );
}

interface ReasonsProps extends Pick<OfferCardProps, 'view' | 'offer'> {
  /** The time in queue stands here, where the line above has no room for it. */
  readonly withWaiting: boolean;
}

function Reasons({ view: { interaction }, offer, withWaiting }: ReasonsProps) {
  const { t } = useTranslation();
  const queue = useDesk((model) => queueName(model, interaction.queue));
  const waiting = useWaiting(interaction);
  // The server's reasons name the queue themselves.
  const why =
    offer.reasons.length > 0 ? offer.reasons : [queue === null ? t('offers.direct') : t('toast.queue', { queue })];
  const text = [...(withWaiting ? [waiting] : []), ...why].join(' · ');
  return (
    <p className={styles.reasons} title={text}>
      {text}
    </p>
  );
}

/** How long the customer has been in the queue: "waiting 0:11". */
function useWaiting({ queuedAt, createdAt }: Interaction): string {
  const { t } = useTranslation();
  const time = useServerTime((now) => clockText(now - (queuedAt ?? createdAt)));
  return t('offers.waiting', { time });
}
