/** A number as it is told to the server: E.164, with or without plus. Here and not beside the schema: pages load none. */
export const PHONE_NUMBER = /^\+?\d{6,15}$/;
