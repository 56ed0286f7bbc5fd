import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { ContentFinding, MediaTypeViews } from '#shared/plugin-api/views.ts';
import { windowAt } from '#shared/rules/window.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useInteractionOptions, useServerTime } from '../../state/hooks.ts';
import { contentOf, type Draft, lacksFile } from './draft.ts';

export interface Findings {
  /** About the message as a whole: the window is closed, the interaction is done. */
  readonly whole: readonly ContentFinding[];
  readonly atFields: readonly ContentFinding[];
  readonly findingAt: (field: string) => string | undefined;
}

/** What keeps the message from leaving, by the medium's own gate (WA-2); asked again when the window closes. */
export function useFindings(view: InteractionView, views: MediaTypeViews, draft: Draft): Findings {
  const { t } = useTranslation();
  const { interaction, contact } = view;
  const { ticker } = useServices();
  const offset = useDesk((model) => model.session.clockOffset);
  const options = useInteractionOptions(interaction.id);
  const window = views.serviceWindow ? views.serviceWindow(interaction.window, options) : interaction.window;
  const state = useServerTime((now) => windowAt(window, now).state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time by what it changes
  return useMemo(() => {
    const facts = { interaction: { ...interaction, window }, contact, now: ticker.now() + offset };
    const content = { kind: 'interactive', interactive: contentOf(draft) } as const;
    const all = views.checkContent?.(content, facts) ?? [];
    const missing = {
      field: 'interactive.header',
      severity: 'blocking',
      sentence: t('interactive.header.file.missing'),
    } as const;
    const blocking = [...(lacksFile(draft) ? [missing] : []), ...all].filter(({ severity }) => severity === 'blocking');
    const atFields = blocking.filter(({ field }) => field.startsWith('interactive.'));
    return {
      whole: blocking.filter((finding) => !atFields.includes(finding)),
      atFields,
      findingAt: (field) => atFields.find((finding) => finding.field === field)?.sentence,
    };
  }, [interaction, contact, window?.closesAt, state, views, draft, t]);
}
