import type { InteractionView } from '#shared/ipc/view.ts';
import { formattedRows } from '#shared/rules/case-data.ts';
import { useCaseFormat } from '../../plugins/use-case-format.ts';
import styles from './case-rows.module.css';

/** More would make the preview hide the work it announces. */
const MOST = 6;

/** The attached data the organisation wants seen before an offer is accepted (`toast.case-data.*`, UI-2). */
export function CaseRows({ view: { interaction } }: { readonly view: InteractionView }) {
  const format = useCaseFormat(interaction.id, [
    'toast.case-data.format-business-attribute',
    'interaction.case-data.format-business-attribute',
  ]);
  const rows = formattedRows(interaction.attachedData, format ?? []).slice(0, MOST);
  if (rows.length === 0) return null;
  return (
    <dl className={styles.rows}>
      {rows.map(({ key, name, value }) => (
        <div key={key} className={styles.row}>
          <dt className="ellipsis" dir="auto" title={name}>
            {name}
          </dt>
          <dd className="ellipsis" dir="auto" title={value}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
