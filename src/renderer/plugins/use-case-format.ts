import type { CaseFormat } from '#shared/rules/case-data.ts';
import { useDesk, useInteractionOptions } from '../state/hooks.ts';

type FormatOption = 'interaction.case-data.format-business-attribute' | 'toast.case-data.format-business-attribute';

/**
 * The rows of attached data an option asks for (OPT-6), of the first of `options` that names a business attribute the
 * directory has; undefined when none does.
 */
export function useCaseFormat(interactionId: string, options: readonly FormatOption[]): CaseFormat | undefined {
  const values = useInteractionOptions(interactionId);
  const attributes = useDesk((model) => model.session.directory.businessAttributes);
  const names = options.map((option) => values[option] ?? '');
  const name = names.find((one) => Object.hasOwn(attributes, one));
  return name === undefined ? undefined : attributes[name];
}
