/**
 * The words of the domain a plug-in may use; everything else of the program stays behind the API. No schema is among
 * them: views load them, and what schemas are made with is not allowed on a page (SEC-1). Those are in `schemas.ts`.
 */
export type { Consent } from '../domain/consent.ts';
export type { Contact } from '../domain/contact.ts';
export type { FileSource } from '../domain/file-source.ts';
export type { Interaction, ServiceWindow } from '../domain/interaction.ts';
export type { Message, MessageKind } from '../domain/message.ts';
export type { InteractiveContent, OutboundContent } from '../domain/outbound.ts';
export type { StructuredBody } from '../domain/structured-body.ts';
export type { Template, TemplateButton, TemplateStatus } from '../domain/template.ts';
export type { TemplateFill } from '../domain/template-fill.ts';
export type { TemplateDraft } from '../protocol/library.ts';
export { ok, type Refusal, type Result, refuse } from '../result.ts';
export type { PendingThresholds } from '../rules/pending-response.ts';
export { quotedBy } from '../rules/quoted-by.ts';
export { addressEnd, fillText, parametersOf } from '../rules/template-text.ts';
export { type WindowState, windowAt } from '../rules/window.ts';
