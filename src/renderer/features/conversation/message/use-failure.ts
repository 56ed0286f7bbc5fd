import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import type { FailureWords, MediaTypeViews } from '#shared/plugin-api/views.ts';

export interface Failure extends FailureWords {
  /** The provider's code; undefined when there is none to name. */
  readonly code: string | undefined;
}

/** Why an own message did not get through, in words; undefined while nothing is wrong with it. */
export function useFailure(message: Message, views: MediaTypeViews): Failure | undefined {
  const { t } = useTranslation();
  if (message.status === 'unknown') {
    return { sentence: t('conversation.unknown'), code: undefined, canRetry: true };
  }
  if (message.status !== 'failed') return undefined;
  const { error } = message;
  if (!error) return { sentence: t('conversation.failed.no-reason'), code: undefined, canRetry: true };
  const known = views.describeError(error.code);
  if (known) return { ...known, code: error.code };
  const sentence = error.details === undefined ? error.title : `${error.title}: ${error.details}`;
  return { sentence, code: error.code, canRetry: true };
}
