import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';
import type { NotificationDraft } from '#shared/ipc/unfinished.ts';
import { useMediaType } from '../../../plugins/hooks.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useServerTime, useUnfinished } from '../../../state/hooks.ts';
import { useResponses, useTemplates } from '../../../state/library.ts';
import type { NotificationPreset } from '../../../state/ui-store.ts';
import { liveTemplate, templateKey } from '../list/template-filter.ts';
import type { NotificationPlace } from '../place.ts';
import { type FormState, formFindings, formState } from './findings.ts';
import { emptyFill, type FormField, fieldsOf, fillFor, textOf } from './form-fields.ts';
import { libraryFill, prefilled } from './prefill.ts';

/** The notification that is being written in a place, and what can be done to it. */
export interface Notification {
  /** As the provider has it now; undefined while none is chosen. */
  readonly template: Template | undefined;
  readonly fill: TemplateFill;
  readonly fields: readonly FormField[];
  readonly state: FormState;
  readonly hasOwnFile: boolean;
  choose(template: Template, preset?: NotificationPreset): void;
  change(fill: TemplateFill): void;
  /** The agent has been in this field. */
  touch(path: string): void;
  /** Send was pressed. */
  press(): void;
  /** It went out. */
  forget(): void;
}

const MINUTE = 60_000;

export function useNotification(place: NotificationPlace): Notification {
  const { id, mediaType, channel, interaction, contact } = place;
  const { t } = useTranslation();
  const { views } = useMediaType(mediaType);
  const draft = useUnfinished(id).notification;
  const templates = useTemplates(channel).value?.templates;
  const template = useMemo(() => (draft ? liveTemplate(draft.template, templates) : undefined), [draft, templates]);
  // To the minute: nothing about a notification changes faster.
  const now = useServerTime((time) => Math.floor(time / MINUTE) * MINUTE);
  const form = useMemo(() => {
    if (!draft || !template) return nothing;
    const fields = fieldsOf(template);
    const fill = fillFor(template, draft.fill);
    const content = { kind: 'template', template: { name: template.name, language: template.language }, fill } as const;
    const words = {
      unresolved: (codes: string) => t('notification.unresolved', { codes }),
      noAddress: t('notification.file.no-address'),
    };
    const findings = [
      ...formFindings(template, fill, words),
      ...(views.checkContent?.(content, { interaction, now, template, ...(contact && { contact }) }) ?? []),
    ];
    // What stands there can be wrong at once; what is still to come cannot.
    const isWritten = (path: string) =>
      fields.some((field) => field.path === path && field.kind === 'text' && textOf(fill, field) !== '');
    const isShown = (path: string) => draft.pressed || draft.touched.includes(path) || isWritten(path);
    return { fields, fill, state: formState(fields, findings, isShown) };
  }, [draft, template, interaction, contact, now, views, t]);
  return { template, hasOwnFile: draft?.hasOwnFile ?? false, ...form, ...useDraftChanges(place, draft) };
}

const nothing: Pick<Notification, 'fields' | 'fill' | 'state'> = {
  fields: [],
  fill: emptyFill,
  state: { errors: {}, block: undefined, open: [], warnings: [] },
};

type Changes = Pick<Notification, 'choose' | 'change' | 'touch' | 'press' | 'forget'>;

function useDraftChanges({ id, fields: facts }: NotificationPlace, draft: NotificationDraft | null): Changes {
  const { unfinished } = useServices();
  const responses = useResponses().value;
  const keep = (next: NotificationDraft | null) => unfinished.keep(id, { notification: next });
  const change = (changed: Partial<NotificationDraft>) => draft && keep({ ...draft, ...changed });
  return {
    choose(template, preset) {
      if (!facts) return;
      const left = draft ? { ...draft.left, [templateKey(draft.template)]: draft.fill } : {};
      const source = preset?.fill ?? libraryFill(template, responses ?? []);
      const before = preset ? undefined : left[templateKey(template)];
      const fill = before ?? prefilled(template, source, facts);
      keep({ template, fill, hasOwnFile: source?.file != null, touched: [], pressed: false, left });
    },
    change: (fill) => change({ fill }),
    touch(path) {
      if (draft && !draft.touched.includes(path)) change({ touched: [...draft.touched, path] });
    },
    press: () => change({ pressed: true }),
    forget: () => keep(null),
  };
}
