import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import { notificationBody } from '#shared/rules/structured-body.ts';
import { StructuredBodyView } from '../../../components/structured-body/structured-body.tsx';
import { useCodeHighlight } from '../../../components/use-code-highlight.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './automatic-preview.module.css';

export interface AutomaticPreviewProps {
  readonly template: Template;
  readonly notification: Extract<OutboundContent, { kind: 'template' }>;
}

/** What really goes out for what is being written: the whole notification as the customer gets it (WA-3). */
export function AutomaticPreview({ template, notification }: AutomaticPreviewProps) {
  const { t } = useTranslation();
  const { views, name } = useConversation();
  const bubble = useRef<HTMLDivElement>(null);
  useCodeHighlight(bubble);
  const label = t('conversation.mode.preview', { name });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard as well
    <section className={styles.preview} aria-label={label} tabIndex={0}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      <div ref={bubble} className={styles.bubble} dir="auto">
        <StructuredBodyView body={notificationBody(template, notification.fill)} views={views} />
      </div>
    </section>
  );
}
