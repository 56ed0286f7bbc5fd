import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import { createPortal } from 'react-dom';
import styles from './menu.module.css';

/** Where a context menu was asked for, px of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface ContextMenuProps {
  readonly label: string;
  readonly place: MenuPlace;
  readonly onClose: () => void;
  /** Entries, as in a `Menu`. */
  readonly children: ReactNode;
}

/** A menu where the pointer is, or beside the element under the focus; the focus goes back to that when it closes. */
export function ContextMenu({ label, place, onClose, children }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      {createPortal(
        <span ref={anchor} aria-hidden="true" style={{ position: 'fixed', left: place.x, top: place.y }} />,
        document.body,
      )}
      <Popover
        className={styles.popover ?? ''}
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens to what the entries do not take */}
        <div role="presentation" onKeyDown={besides}>
          <AriaMenu className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
            {children}
          </AriaMenu>
        </div>
      </Popover>
    </>
  );
}

/** Where entries stand side by side (`data-row`) one also goes left and right; a menu itself knows up and down only. */
function besides({ target, key }: KeyboardEvent): void {
  if (!(target instanceof HTMLElement) || target.parentElement?.dataset.row === undefined) return;
  const { nextElementSibling, previousElementSibling } = target;
  const next = key === 'ArrowRight' ? nextElementSibling : key === 'ArrowLeft' ? previousElementSibling : null;
  if (next instanceof HTMLElement) next.focus();
}
