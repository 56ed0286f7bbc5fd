import type { DragEvent } from 'react';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import { useResponses } from '../../../state/library.ts';
import { RESPONSE_DRAG } from '../../responses/index.ts';
import { type FileHandlers, useRefuseFiles } from './use-refuse-files.ts';

/** What may be dropped on the composer: a standard response; files are refused with a sentence. */
export function useDrop(apply: (response: StandardResponse) => void): FileHandlers {
  const files = useRefuseFiles();
  const responses = useResponses().value;
  const isResponse = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(RESPONSE_DRAG);
  return {
    ...files,
    onDragOver: (event) => (isResponse(event) ? event.preventDefault() : files.onDragOver(event)),
    onDrop: (event) => {
      if (!isResponse(event)) return files.onDrop(event);
      event.preventDefault();
      const id = event.dataTransfer.getData(RESPONSE_DRAG);
      const response = responses?.find((one) => one.id === id);
      if (response) apply(response);
    },
  };
}
