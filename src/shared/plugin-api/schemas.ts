/** What a plug-in's background checks what reaches it by; not for views. */
export { outboundContentSchema } from '../domain/outbound.ts';
