import { useEffect, useEffectEvent } from 'react';
import type { TemplateKey } from '#shared/domain/template.ts';
import { useTemplates } from '../../state/library.ts';
import type { NotificationPreset } from '../../state/ui-store.ts';
import type { Notification } from './form/use-notification.ts';
import { templateKey } from './list/template-filter.ts';

/** Begins with what the editor was opened for. The template's name when the channel has none such; undefined otherwise. */
export function usePreset(
  channel: string,
  preset: NotificationPreset | null,
  notification: Notification,
  onBegun: (() => void) | undefined,
): TemplateKey | undefined {
  const templates = useTemplates(channel).value?.templates;
  const template = preset && templates?.find((one) => templateKey(one) === templateKey(preset.template));
  const begin = useEffectEvent(() => {
    if (!preset || !template) return;
    notification.choose(template, preset);
    onBegun?.();
  });
  const isKnown = template != null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preset begins anew, a newer list does not.
  useEffect(() => {
    if (isKnown) begin();
  }, [preset, isKnown]);
  return preset && templates && !template ? preset.template : undefined;
}
