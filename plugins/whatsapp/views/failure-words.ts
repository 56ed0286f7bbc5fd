import type { FailureWords, ViewContext } from '#shared/plugin-api/views.ts';
import { lookUpError } from '../rules/errors.ts';
import { type FindingCode, findingCodes } from '../rules/finding.ts';

type Translate = ViewContext['translations']['translate'];

/** What the send gate refuses now and may let through later: time, the provider or a colleague can mend it. */
const mayPassLater: readonly FindingCode[] = ['window-closed', 'opted-out', 'consent-missing', 'template-not-approved'];

/** What a notification in the place of a free message gets round, or another one in the place of this. */
const gotRound: readonly FindingCode[] = [
  'window-closed',
  'template-unknown',
  'template-not-approved',
  'template-parts',
  'template-recipient',
];

/** A failure the provider told of, or a refusal of the send gate, in the page's language (WA-7). */
export function failureWords(code: string, translate: Translate): FailureWords | undefined {
  const entry = lookUpError(code);
  if (entry) {
    const sentence = translate(`whatsapp.error.${entry.key}`);
    return { sentence, canRetry: entry.canRetry, instead: instead(entry.treatment === 'alternative') };
  }
  const refused = findingCodes.find((known) => known === code);
  return (
    refused && {
      sentence: translate(`whatsapp.refused.${refused}`),
      canRetry: mayPassLater.includes(refused),
      instead: instead(gotRound.includes(refused)),
    }
  );
}

function instead(isNotification: boolean): FailureWords['instead'] {
  return isNotification ? 'notification' : undefined;
}
