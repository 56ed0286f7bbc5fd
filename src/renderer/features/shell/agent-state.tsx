import { ChevronDown, Circle, CircleCheck, CircleMinus, CirclePause, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgentStateName } from '#shared/domain/agent.ts';
import { Menu, MenuItem, MenuSection, MenuSeparator, MenuTrigger } from '../../components/menu.tsx';
import { clockText } from '../../i18n/duration.ts';
import { useClient, useDesk, useServerTime } from '../../state/hooks.ts';
import styles from './agent-state.module.css';
import { LogOutDialog } from './log-out-dialog.tsx';

const icons = {
  ready: CircleCheck,
  'not-ready': CircleMinus,
  'after-work': CirclePause,
  'logged-out': Circle,
} as const satisfies Readonly<Record<AgentStateName, unknown>>;

/** The agent's state with the time in it, and the menu to change it. */
export function AgentState() {
  const { t } = useTranslation();
  const [loggingOut, setLoggingOut] = useState(false);
  const status = useDesk((model) => model.session.status);
  const text = useStateText();
  const time = useServerTime((now) => clockText(now - (status?.since ?? now)));
  const state = status?.state ?? 'logged-out';
  const Icon = icons[state];
  return (
    <>
      <MenuTrigger>
        <AriaButton className={styles.state ?? ''} data-state={state}>
          <Icon className={styles.icon} aria-hidden="true" />
          <span className="visually-hidden">{t('agent-state.label')}: </span>
          <span className={styles.text}>
            <span className="ellipsis">{text}</span>
            {/* Not part of the name: a name that changes every second is read out every second. */}
            {status && (
              <span className={styles.time} aria-hidden="true">
                {time}
              </span>
            )}
          </span>
          <ChevronDown className={styles.chevron} aria-hidden="true" />
        </AriaButton>
        <StateMenu onLogOut={() => setLoggingOut(true)} />
      </MenuTrigger>
      <LogOutDialog open={loggingOut} onClose={() => setLoggingOut(false)} />
    </>
  );
}

/** The state in words, a reason under the name agents know it by. */
function useStateText(): string {
  const { t } = useTranslation();
  const { state, reason, restoring } = useDesk(({ session: { status, phase, directory } }) => ({
    state: status?.state,
    reason:
      directory.notReadyReasons.find(({ value }) => value === status?.reason)?.displayName ?? status?.reason ?? '',
    restoring: phase === 'restoring',
  }));
  if (state === undefined) return t(restoring ? 'agent-state.restoring' : 'agent-state.logged-out');
  return state === 'not-ready' && reason !== ''
    ? t('agent-state.not-ready.reason', { reason })
    : t(`agent-state.${state}`);
}

function StateMenu({ onLogOut }: { readonly onLogOut: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { state, reason } = useDesk(({ session: { status } }) => ({
    state: status?.state ?? null,
    reason: status?.reason ?? '',
  }));
  const reasons = useDesk((model) => model.session.directory.notReadyReasons);
  const set = (next: 'ready' | 'not-ready' | 'after-work', why = '') =>
    void client.perform('agent.set-state', { state: next, ...(why === '' ? {} : { reason: why }) });
  const choices = [{ value: '', displayName: t('agent-state.no-reason') }, ...reasons];
  return (
    <Menu aria-label={t('agent-state.label')}>
      <MenuItem
        id="ready"
        icon={<CircleCheck className={styles.ready} />}
        label={t('agent-state.ready')}
        checked={state === 'ready'}
        onAction={() => set('ready')}
      />
      <MenuSection title={t('agent-state.not-ready')}>
        {choices.map(({ value, displayName }) => (
          <MenuItem
            key={value}
            id={`not-ready:${value}`}
            icon={<CircleMinus className={styles.notReady} />}
            label={displayName}
            checked={state === 'not-ready' && reason === value}
            onAction={() => set('not-ready', value)}
          />
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem
        id="after-work"
        icon={<CirclePause className={styles.afterWork} />}
        label={t('agent-state.after-work')}
        checked={state === 'after-work'}
        onAction={() => set('after-work')}
      />
      <MenuSeparator />
      <MenuItem id="log-out" icon={<LogOut />} label={t('top.agent-menu.log-out')} onAction={onLogOut} />
    </Menu>
  );
}
