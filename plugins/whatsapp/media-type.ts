/** Interactions of this media type are WhatsApp conversations. */
export const MEDIA_TYPE = 'whatsappsession';
