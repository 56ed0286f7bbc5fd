import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { languageName } from '../../i18n/language-name.ts';
import { useServices } from '../../state/desk-context.tsx';
import { refusalWords } from '../notifications/index.ts';
import { handedIn, isTaken } from './draft-model.ts';

/** A template that is being written, with what the provider would refuse of it. */
export interface DraftWork {
  readonly draft: TemplateDraft;
  readonly isChanged: boolean;
  /** What is wrong, by field, as far as the administrator has been there. */
  readonly errors: Readonly<Record<string, string>>;
  /** Fields that are wrong, in the order of the form. */
  readonly open: readonly string[];
  /** Why it was refused, in words; null while all is well. */
  readonly refusal: string | null;
  change(changed: Partial<TemplateDraft>): void;
  touch(field: string): void;
  press(): void;
  /** Hands it in; true when the provider took it. */
  save(): Promise<boolean>;
}

export interface DraftStart {
  readonly start: TemplateDraft;
  /** Of the template that is changed; null for a new one. */
  readonly id: string | null;
  /** Those the channel has. */
  readonly templates: readonly Template[];
  readonly views: NotificationViews;
}

export function useDraft({ start, id, templates, views }: DraftStart): DraftWork {
  const { t, i18n } = useTranslation();
  const { library } = useServices();
  const [draft, setDraft] = useState(start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const taken = t('templates.name.taken', { language: languageName(draft.language, i18n.language) });
  const findings = [
    ...(id === null && isTaken(draft, templates) ? [{ field: 'name', sentence: taken }] : []),
    ...views.checkDraft(handedIn(draft)),
  ];
  const first = new Map([...findings].reverse().map(({ field, sentence }) => [field, sentence]));
  const shown = [...first].filter(([field]) => pressed || touched.has(field) || field === 'buttons');
  const save = async () => {
    // The button stays on: the focus would fall off one that is off.
    if (busy) return false;
    setBusy(true);
    const params = handedIn(draft);
    const answer = await (id === null
      ? library.requestTemplates('template.create', params)
      : library.requestTemplates('template.edit', { ...params, id }));
    setBusy(false);
    setRefusal(answer.ok ? null : refusalWords(answer.error, views));
    return answer.ok;
  };
  return {
    draft,
    isChanged: draft !== start,
    errors: Object.fromEntries(shown),
    open: [...new Set(findings.map(({ field }) => field))],
    refusal,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
    touch: (field) => setTouched((before) => new Set(before).add(field)),
    press: () => setPressed(true),
    save,
  };
}
