import {
  AppWindow,
  ArrowDown,
  ArrowUp,
  Check,
  CircleCheck,
  CircleMinus,
  LockKeyhole,
  type LucideIcon,
  MessagesSquare,
  PanelRight,
  PenLine,
  ScrollText,
  Search,
  Settings,
} from 'lucide-react';
import type { ShortcutId } from '#shared/commands/shortcuts.ts';

/** What stands before a command; as on the button that does the same. */
export const commandIcons: Readonly<Partial<Record<ShortcutId, LucideIcon>>> = {
  'interaction.next': ArrowDown,
  'interaction.previous': ArrowUp,
  'interaction.done': Check,
  'interaction.pop-out': AppWindow,
  'composer.focus': PenLine,
  'transcript.focus': ScrollText,
  'transcript.search': Search,
  'conversation.panel': PanelRight,
  'agent.ready': CircleCheck,
  'agent.not-ready': CircleMinus,
  'application.lock': LockKeyhole,
  'view.interactions': MessagesSquare,
  'view.settings': Settings,
};
