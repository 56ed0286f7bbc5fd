import { useState } from 'react';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import type { Refusal } from '#shared/result.ts';
import { useServices } from '../../state/desk-context.tsx';
import { handedIn } from './draft-model.ts';

/** A template that is being written, with what the provider would refuse of it. */
export interface DraftWork {
  readonly draft: TemplateDraft;
  readonly isChanged: boolean;
  /** What is wrong, by field, as far as the administrator has been there. */
  readonly errors: Readonly<Record<string, string>>;
  /** Fields that are wrong, in the order of the form. */
  readonly open: readonly string[];
  readonly busy: boolean;
  /** Why it was refused; null while all is well. */
  readonly refusal: Refusal | null;
  change(changed: Partial<TemplateDraft>): void;
  touch(field: string): void;
  press(): void;
  /** Hands it in; true when the provider took it. */
  save(): Promise<boolean>;
}

/** `id`: of the template that is changed; null for a new one. */
export function useDraft(start: TemplateDraft, id: string | null, views: NotificationViews): DraftWork {
  const { library } = useServices();
  const [draft, setDraft] = useState(start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const findings = views.checkDraft(handedIn(draft));
  const first = new Map([...findings].reverse().map(({ field, sentence }) => [field, sentence]));
  const shown = [...first].filter(([field]) => pressed || touched.has(field) || field === 'buttons');
  const save = async () => {
    setBusy(true);
    const params = handedIn(draft);
    const answer = await (id === null
      ? library.requestTemplates('template.create', params)
      : library.requestTemplates('template.edit', { ...params, id }));
    setBusy(false);
    setRefusal(answer.ok ? null : answer.error);
    return answer.ok;
  };
  return {
    draft,
    isChanged: draft !== start,
    errors: Object.fromEntries(shown),
    open: [...new Set(findings.map(({ field }) => field))],
    busy,
    refusal,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
    touch: (field) => setTouched((before) => new Set(before).add(field)),
    press: () => setPressed(true),
    save,
  };
}
