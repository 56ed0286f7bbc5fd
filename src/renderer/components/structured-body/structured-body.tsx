import type { ReactNode } from 'react';
import type { StructuredBody } from '#shared/domain/structured-body.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';
import { BodyButtons } from './body-buttons.tsx';
import { BodyHeaderView } from './body-header.tsx';
import { BodyList } from './body-list.tsx';
import { MarkedText } from './marked-text.tsx';
import styles from './structured-body.module.css';

export interface StructuredBodyViewProps {
  readonly body: StructuredBody;
  readonly views: Pick<MediaTypeViews, 'renderText'>;
  /** Ids of the buttons and rows the customer chose. */
  readonly chosen?: ReadonlySet<string>;
  /** Addresses of buttons are links, which the place around opens. */
  readonly linked?: boolean;
  /** The entries of a list are shown from the beginning. */
  readonly expanded?: boolean;
  /** Time and status, which stand above the buttons. */
  readonly meta?: ReactNode;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * A notification, reply buttons or a list as the customer sees it, to stand in a bubble (UI-3, UI-7). Nothing of it can
 * be pressed as the customer would.
 */
export function StructuredBodyView(props: StructuredBodyViewProps) {
  const { body, views, chosen = nothing, linked = false, expanded = false, meta } = props;
  const { header, footer, buttons, list } = body;
  return (
    <div className={styles.body}>
      <div className={styles.content}>
        {header && <BodyHeaderView header={header} />}
        <div className={styles.text} data-part="body">
          {views.renderText(body.body, (text) => (
            <MarkedText text={text} />
          ))}
        </div>
        {footer !== null && footer !== '' && (
          <div className={styles.footer} data-part="footer" dir="auto">
            {footer}
          </div>
        )}
        {meta}
      </div>
      {buttons.length > 0 && <BodyButtons buttons={buttons} chosen={chosen} linked={linked} />}
      {list && <BodyList list={list} chosen={chosen} expanded={expanded} />}
    </div>
  );
}
