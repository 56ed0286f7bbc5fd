import { useMemo } from 'react';
import type { Template } from '#shared/domain/template.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { useMinute } from '../../state/hooks.ts';
import { emptyFill } from './form/form-fields.ts';
import type { NotificationPlace } from './place.ts';

/**
 * Why a template cannot be sent here, whatever is filled in: for what it is, and for what this customer allows (WA-9).
 * Undefined when it can.
 */
export function useHindrance(place: NotificationPlace): (template: Template) => string | undefined {
  const { mediaType, interaction, contact } = place;
  const { views } = useMediaType(mediaType);
  const now = useMinute();
  return useMemo(() => {
    const known = new Map<Template, string | undefined>();
    const find = (template: Template) => {
      const { name, language } = template;
      const content = { kind: 'template', template: { name, language }, fill: emptyFill } as const;
      const findings = views.checkContent?.(content, { interaction, now, template, ...(contact && { contact }) }) ?? [];
      return findings.find(({ field, severity }) => severity === 'blocking' && !field.startsWith('fill.'))?.sentence;
    };
    return (template) => {
      if (!known.has(template)) known.set(template, find(template));
      return known.get(template);
    };
  }, [interaction, contact, now, views]);
}
