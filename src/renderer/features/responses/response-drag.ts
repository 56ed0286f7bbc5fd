/** The type under which a dragged response carries its id. */
export const RESPONSE_DRAG = 'application/x-replydesk-response';
