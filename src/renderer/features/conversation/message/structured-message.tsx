import { PanelTop } from 'lucide-react';
import type { StructuredBody } from '#shared/domain/structured-body.ts';
import { StructuredBodyView } from '../../../components/structured-body/structured-body.tsx';
import { useConversation } from '../conversation-context.ts';
import type { MessageRow } from '../transcript/rows.ts';
import { useChosen } from './choices-context.ts';
import { MessageMeta } from './message-meta.tsx';
import { useMessageWords } from './message-words.ts';
import styles from './structured-message.module.css';

export interface StructuredMessageProps {
  readonly row: MessageRow;
  readonly structure: StructuredBody;
}

/** A notification, reply buttons or a list as the customer has it, with what they chose (UI-3). */
export function StructuredMessage({ row, structure }: StructuredMessageProps) {
  const { word } = useMessageWords();
  const { views } = useConversation();
  const chosen = useChosen(row.message.id, structure);
  return (
    <>
      {structure.template && (
        <div className={styles.kind} title={structure.template.name}>
          <PanelTop aria-hidden="true" />
          {word('kind.template')}
        </div>
      )}
      <StructuredBodyView body={structure} views={views} chosen={chosen} linked meta={<MessageMeta row={row} />} />
    </>
  );
}
