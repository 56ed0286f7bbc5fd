import type { ClipboardEvent, DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../state/desk-context.tsx';
import { addNotice } from '../../../state/ui-store.ts';

export interface FileHandlers {
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Says that files cannot be sent yet, where a browser would open a dropped one in place of the desk. */
export function useRefuseFiles(): FileHandlers {
  const { t } = useTranslation();
  const { ui, ticker } = useServices();
  const refuse = (event: ClipboardEvent | DragEvent) => {
    event.preventDefault();
    const message = t('composer.files');
    addNotice(ui, { id: 'composer.files', severity: 'warning', code: 'no-attachments', message, at: ticker.now() });
  };
  return {
    // A table copied from an office program brings a picture of itself: its text counts.
    onPaste: (event) => hasFiles(event.clipboardData) && !hasText(event.clipboardData) && refuse(event),
    onDragOver: (event) => hasFiles(event.dataTransfer) && event.preventDefault(),
    onDrop: (event) => hasFiles(event.dataTransfer) && refuse(event),
  };
}

const hasFiles = ({ types }: DataTransfer): boolean => types.includes('Files');
const hasText = ({ types }: DataTransfer): boolean => types.includes('text/plain');
