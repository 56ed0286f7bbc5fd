import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { useFieldFacts } from '../../state/field-facts.ts';
import { caretPoint } from './caret-point.ts';
import { completions, type ShortcutTyped, shortcutAt } from './completion.ts';
import type { CompletionListProps } from './completion-list.tsx';
import { useMyResponses } from './use-my-responses.ts';

export interface CompletionOptions {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly view: InteractionView;
  /** `replace`: the shortcut with its slash, as it stands in the text. */
  readonly onChoose: (response: StandardResponse, replace: { readonly start: number; readonly end: number }) => void;
}

interface Typed extends ShortcutTyped {
  /** Where the list stands, px from the text box's inline start. */
  readonly x: number;
}

export interface Completion {
  /** Looks at what is typed at the caret; to be called when text or caret changed. */
  readonly look: () => void;
  readonly close: () => void;
  /** True: the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  /** For the text box. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Undefined: nothing is offered. */
  readonly list: CompletionListProps | undefined;
}

/** Offers standard responses while their shortcut is typed, `/hello` (UI-5, UI-6). */
export function useCompletion({ field, text, view, onChoose }: CompletionOptions): Completion {
  const id = useId();
  const { preferred } = useMyResponses(view);
  const facts = useFieldFacts(view.interaction.id);
  const [typed, setTyped] = useState<Typed>();
  const [active, setActive] = useState(0);
  /** Closed by Escape: no list until another shortcut is begun. */
  const [dismissed, setDismissed] = useState<number>();
  const offered = typed && text.startsWith(`/${typed.query}`, typed.start) ? completions(preferred, typed.query) : [];
  const isOpen = typed !== undefined && typed.start !== dismissed && offered.length > 0;

  const look = () => {
    const element = field.current;
    if (!element) return;
    const { value, selectionStart, selectionEnd } = element;
    const at = selectionStart === selectionEnd ? shortcutAt(value, selectionStart) : undefined;
    if (at?.start !== typed?.start || at?.query !== typed?.query) setActive(0);
    if (!at) setDismissed(undefined);
    setTyped(at && { ...at, x: caretPoint(element, at.start) });
  };
  const choose = (response: StandardResponse) => {
    if (!typed) return;
    setTyped(undefined);
    onChoose(response, { start: typed.start, end: typed.start + 1 + typed.query.length });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    // Of an input method the keys are its own.
    if (!isOpen || event.nativeEvent.isComposing || event.keyCode === 229) return false;
    const chosen = offered[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if (event.key === 'Escape') setDismissed(typed.start);
    else if (isPlain(event) && (event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    look,
    close: () => setTyped(undefined),
    onKeyDown,
    attributes: isOpen
      ? { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-activedescendant': `${id}-${active}` }
      : {},
    list: isOpen ? { id, offered, facts, active, x: typed.x, onPoint: setActive, onChoose: choose } : undefined,
  };
}

function isPlain({ shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !shiftKey && !ctrlKey && !altKey && !metaKey;
}
