import type { StandardResponse } from '#shared/domain/standard-response.ts';

/** A response of tests and pictures. */
export function sampleResponse(given: Partial<StandardResponse> & Pick<StandardResponse, 'id'>): StandardResponse {
  return {
    name: given.id,
    category: '',
    language: '',
    shortcut: '',
    text: '',
    files: [],
    structure: null,
    faults: [],
    ...given,
  };
}
