import type { Message } from '#shared/domain/message.ts';
import type { FailureWords } from '#shared/plugin-api/views.ts';
import { contentAgain } from '#shared/rules/sent-message.ts';
import { useInteraction, useInteractionOptions, useServerTime } from '../../../state/hooks.ts';
import { useTemplates } from '../../../state/library.ts';
import { useConversation } from '../conversation-context.ts';
import { type FailureStep, failureStep } from './failure-step.ts';

/** What leads on from a message that did not get through, as it is now by server time (UI-3). */
export function useNextStep(message: Message, failure: FailureWords): FailureStep | undefined {
  const { interactionId, views } = useConversation();
  const view = useInteraction(interactionId);
  const options = useInteractionOptions(interactionId);
  const templates = useTemplates(message.channel).value?.templates;
  return useServerTime((now) => {
    const content = contentAgain(message);
    if (!view || !content) return failureStep(failure, undefined);
    const { interaction, contact } = view;
    const window = views.serviceWindow ? views.serviceWindow(interaction.window, options) : interaction.window;
    const isMeant = ({ name, language }: { readonly name: string; readonly language: string }) =>
      content.kind === 'template' && name === content.template.name && language === content.template.language;
    const facts = {
      interaction: { ...interaction, window },
      contact,
      now,
      ...(templates && { template: templates.find(isMeant) ?? null }),
    };
    return failureStep(failure, views.checkContent?.(content, facts) ?? []);
  });
}
