import { type RefObject, useImperativeHandle } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import { fieldCodePlaces, resolveFields } from '#shared/rules/field-codes.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useFieldFacts } from '../../../state/field-facts.ts';
import { useAnnounce, usePrivilege } from '../../../state/hooks.ts';
import { privileges } from '../../../state/privileges.ts';
import { addNotice, openNotificationEditor } from '../../../state/ui-store.ts';
import { beginInteractive } from '../../interactive-builder/index.ts';
import type { ComposerHandle } from '../conversation-context.ts';
import { filesOf } from './attached.ts';
import type { Attached } from './use-attached.ts';
import type { Insert } from './use-insert.ts';
import type { Span } from './with-spaces.ts';

export interface UseResponseOptions {
  readonly handle: RefObject<ComposerHandle | null>;
  readonly interactionId: string;
  readonly insert: Insert;
  readonly attached: Attached;
}

/** Puts a standard response to use (UI-6): its words at the caret, or in place of `replace`; its message in its editor. */
export function useResponse({ handle, interactionId, insert, attached }: UseResponseOptions) {
  const { t } = useTranslation();
  const services = useServices();
  const { ui, client, ticker } = services;
  const announce = useAnnounce();
  const facts = useFieldFacts(interactionId);
  const maySendFiles = usePrivilege(privileges.sendFiles);

  const attach = (response: StandardResponse) => {
    const files = filesOf(response);
    if (files.length === 0) return;
    if (maySendFiles) return attached.add(files);
    const message = t('responses.files.forbidden', { privilege: privileges.sendFiles });
    addNotice(ui, { id: 'responses.files', severity: 'warning', code: 'file-forbidden', message, at: ticker.now() });
  };
  const write = (response: StandardResponse, replace: Span | undefined) => {
    const { text } = facts ? resolveFields(response.text, facts) : response;
    insert(text, { replace, select: fieldCodePlaces(text)[0], apart: true });
    attach(response);
    announce(t('responses.inserted', { name: response.name }));
  };
  const use = (response: StandardResponse, replace?: Span) => {
    const { id, structure } = response;
    void client.request('response.used', { id });
    if (!structure) return write(response, replace);
    if (replace) insert('', { replace });
    if (structure.type === 'notification') openNotificationEditor(ui, interactionId, structure);
    else beginInteractive(services, interactionId, structure.interactive);
  };
  useImperativeHandle(handle, () => ({ apply: (response) => use(response) }));
  return use;
}
