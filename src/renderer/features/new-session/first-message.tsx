import { Bell } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { intoView } from '../../components/into-view.ts';
import { WritingArea } from '../../components/writing-area.tsx';
import { useIsMac } from '../../shortcuts/hooks.ts';
import styles from './first-message.module.css';
import { SessionNotification } from './session-notification.tsx';
import type { ChosenProps } from './use-begin.ts';

/** What the session begins with: free text within the window, else a notification. */
export function FirstMessage(props: ChosenProps) {
  const { t } = useTranslation();
  const { begin, choice } = props;
  const { notifications } = begin.text.views;
  return (
    <>
      {choice.window && <Words begin={begin} channel={choice.channel} />}
      {!choice.window && (
        <p className={styles.closed}>{t(notifications ? 'new-session.first.closed' : 'new-session.first.none')}</p>
      )}
      {notifications && begin.editing && <SessionNotification {...props} notifications={notifications} />}
    </>
  );
}

function Words({ begin, channel }: Pick<ChosenProps, 'begin'> & { readonly channel: string }) {
  const { t } = useTranslation();
  const { text, start, busy, edit } = begin;
  const mac = useIsMac();
  const canSend = text.text.trim() !== '' && text.fault === undefined && !busy;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(mac ? event.metaKey : event.ctrlKey)) return;
    event.preventDefault();
    if (canSend) void start(channel, { kind: 'text', text: text.text });
  };
  return (
    <div className={styles.words}>
      <TextField
        value={text.text}
        onChange={text.write}
        isInvalid={text.fault !== undefined}
        // What was asked for: the first thing to do is to write.
        autoFocus
      >
        <Label className={styles.label ?? ''}>{t('new-session.first')}</Label>
        <WritingArea
          rows={4}
          placeholder={t('new-session.first.placeholder')}
          onKeyDown={onKeyDown}
          onFocus={intoView}
        />
      </TextField>
      {text.fault !== undefined && <p className={styles.fault}>{text.fault}</p>}
      {text.views.notifications && (
        <div>
          <Button look="quiet" size="small" onPress={() => edit(true)}>
            <Bell aria-hidden="true" />
            {t('new-session.notification.instead')}
          </Button>
        </div>
      )}
    </div>
  );
}
