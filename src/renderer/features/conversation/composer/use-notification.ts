import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { ComposerMode } from '#shared/plugin-api/composer.ts';
import type { TextSize } from '#shared/plugin-api/views.ts';
import { useConversation } from '../conversation-context.ts';

/** The notification a text goes out as. */
export interface AutomaticNotification {
  readonly content: Extract<OutboundContent, { kind: 'template' }>;
  /** Why it may not leave; undefined: it may. */
  readonly finding: string | undefined;
  /** It has no limit of bytes of its own: what the medium finds says what is too long. */
  readonly size: TextSize;
}

const UNLIMITED: TextSize = { used: 0, limit: Number.MAX_SAFE_INTEGER };

/** What really goes out for the words in the box while the window is closed (WA-3); undefined: they go as they are. */
export function useNotification(
  mode: ComposerMode,
  { interaction, contact }: InteractionView,
  text: string,
): AutomaticNotification | undefined {
  const { views } = useConversation();
  if (mode.mode !== 'automatic' || !views.composer) return undefined;
  const { template } = mode;
  const content = views.composer.asNotification(text, template);
  // The moment at which the window is closed for sure: what is asked is the notification, not the time.
  const now = interaction.window?.closesAt ?? 0;
  const found = views.checkContent?.(content, { interaction, contact, template, now }) ?? [];
  const finding = found.find(({ severity }) => severity === 'blocking')?.sentence;
  return { content, finding, size: UNLIMITED };
}
