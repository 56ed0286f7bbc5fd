import {
  Contact,
  FileText,
  Image,
  Info,
  LayoutList,
  type LucideIcon,
  MapPin,
  MessageCircleQuestionMark,
  MessageSquareReply,
  MessageSquareText,
  Mic,
  ShoppingBag,
  SmilePlus,
  Sticker,
  Video,
} from 'lucide-react';
import type { MessageKind } from '#shared/domain/message.ts';

const icons: Readonly<Record<Exclude<MessageKind, 'text'>, LucideIcon>> = {
  image: Image,
  video: Video,
  audio: Mic,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: Contact,
  reaction: SmilePlus,
  interactive: LayoutList,
  'button-reply': MessageSquareReply,
  'list-reply': MessageSquareReply,
  'flow-reply': MessageSquareReply,
  template: MessageSquareText,
  order: ShoppingBag,
  system: Info,
  unsupported: MessageCircleQuestionMark,
};

/** A sign for what a message is; none for plain text. */
export function MessageKindIcon({ kind }: { readonly kind: MessageKind }) {
  if (kind === 'text') return null;
  const Icon = icons[kind];
  return <Icon aria-hidden="true" />;
}
