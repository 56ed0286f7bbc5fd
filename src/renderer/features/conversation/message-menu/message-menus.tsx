import { useState } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { ContextMenuState } from '../../../components/use-context-menu.ts';
import { MessageMenu } from './message-menu.tsx';
import { MoreReactions } from './more-reactions.tsx';
import { OriginalsDialog } from './originals-dialog.tsx';
import type { MessageTarget } from './use-message-menu.ts';

export interface MessageMenusProps {
  readonly menu: ContextMenuState<MessageTarget>;
  readonly messages: readonly Message[];
}

/** The menu of a message, and what it leads to. */
export function MessageMenus({ menu, messages }: MessageMenusProps) {
  const [originals, setOriginals] = useState<string>();
  const [reacting, setReacting] = useState<string>();
  const byId = (id: string | undefined) =>
    id === undefined ? undefined : messages.find((message) => message.id === id);
  const asked = byId(menu.open?.about.messageId);
  const reactedTo = byId(reacting);
  const edited = byId(originals);
  return (
    <>
      {menu.open && asked && (
        <MessageMenu
          message={asked}
          target={menu.open.about}
          place={menu.open.place}
          onClose={menu.close}
          onOriginals={() => setOriginals(asked.id)}
          onMoreEmoji={() => setReacting(asked.id)}
        />
      )}
      {reactedTo && <MoreReactions message={reactedTo} onClose={() => setReacting(undefined)} />}
      {edited && <OriginalsDialog message={edited} onClose={() => setOriginals(undefined)} />}
    </>
  );
}
