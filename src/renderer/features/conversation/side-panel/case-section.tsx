import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import { splitList } from '#shared/options/parsed.ts';
import { type CaseEntry, caseData } from '#shared/rules/case-data.ts';
import { useOwnCaseName } from '../../../plugins/display-names.ts';
import { useCaseFormat } from '../../../plugins/use-case-format.ts';
import { useDesk, useInteractionOptions } from '../../../state/hooks.ts';
import { queueName } from '../../../state/selectors.ts';
import { useTimes } from '../times.ts';
import { Facts, Section } from './section.tsx';
import styles from './side-panel.module.css';
import { useFrameColour } from './use-frame-colour.ts';

function TechnicalData({ entries }: { readonly entries: readonly CaseEntry[] }) {
  const { t } = useTranslation();
  return (
    <Disclosure className={styles.disclosure ?? ''}>
      <Heading level={3}>
        <Button slot="trigger" className={styles.trigger ?? ''}>
          <ChevronRight aria-hidden="true" />
          {t('conversation.case.technical', { count: entries.length })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.technical}>
          <Facts entries={entries} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** What it is about: attached data as the options of this interaction say (OPT-6), queue, and since when. */
export function CaseSection({ view }: { readonly view: InteractionView }) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const { interaction } = view;
  const options = useInteractionOptions(interaction.id);
  const format = useCaseFormat(interaction.id, ['interaction.case-data.format-business-attribute']);
  const order = splitList(options['interaction.case-data.order'] ?? '');
  const frame = useFrameColour(options['interaction.case-data.frame-color'] ?? '');
  const name = useOwnCaseName(view);
  const queue = useDesk((model) => queueName(model, interaction.queue));
  const { readable, technical } = caseData(interaction.attachedData, { format, order });
  // Keys of attached data may be any words: ours begin with what theirs do not.
  const facts = [
    ...readable,
    ...(queue === null ? [] : [{ key: ' queue', name: t('conversation.case.queue'), value: queue }]),
    { key: ' since', name: t('conversation.case.since'), value: date(interaction.createdAt) },
  ];
  return (
    <Section title={t('conversation.case')} frame={frame}>
      {name !== undefined && (
        <p className={styles.case} dir="auto">
          {name}
        </p>
      )}
      <Facts entries={facts} />
      {technical.length > 0 && <TechnicalData entries={technical} />}
    </Section>
  );
}
