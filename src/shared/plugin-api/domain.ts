/** The words of the domain a plug-in may use; everything else of the program stays behind the API. */
export type { Contact } from '../domain/contact.ts';
export type { Interaction, ServiceWindow } from '../domain/interaction.ts';
export type { Message, MessageKind } from '../domain/message.ts';
export { type OutboundContent, outboundContentSchema, quotedBy } from '../domain/outbound.ts';
export type { Template } from '../domain/template.ts';
export { ok, type Refusal, type Result, refuse } from '../result.ts';
export type { PendingThresholds } from '../rules/pending-response.ts';
export { type WindowState, windowAt } from '../rules/window.ts';
