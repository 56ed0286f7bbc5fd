import { MessageCircle } from 'lucide-react';
import type { MediaTypeViews, ViewContext } from '#shared/plugin-api/views.ts';
import { MEDIA_TYPE } from '../media-type.ts';
import { optionFlag, optionNumber, optionNumbers, options, optionText } from '../options.ts';
import { cloudApi } from '../profiles/cloud-api.ts';
import { measure } from '../rules/byte-size.ts';
import { plainText } from '../rules/formatting.ts';
import { flattened } from '../rules/gate/parameter.ts';
import { isGroup } from '../rules/group.ts';
import { checkSend } from '../rules/send-gate.ts';
import { checkDraft, templateLanguages } from '../rules/templates/check-draft.ts';
import { reasonOf } from '../rules/templates/reasons.ts';
import { composerRules, windowOfDesk } from './composer-rules.ts';
import { failureWords } from './failure-words.ts';
import { contentFinding, draftFinding, reasonText } from './finding-text.ts';
import { FormattedText } from './formatted-text.tsx';
import { gateFacts } from './gate-facts.ts';
import { interactiveLimits } from './interactive-limits.ts';
import { templateRefusal } from './template-refusal.ts';
import { transcriptLook } from './transcript-look.ts';

/** How WhatsApp conversations look and behave in pages. */
export function createMediaTypeViews(translate: ViewContext['translations']['translate']): MediaTypeViews {
  return {
    mediaType: MEDIA_TYPE,
    displayName: 'WhatsApp',
    icon: MessageCircle,
    hasServiceWindow: true,
    serviceWindow: windowOfDesk,
    composer: composerRules(translate),
    renderText: (text, renderPlain) => <FormattedText text={text} renderPlain={renderPlain} />,
    plainText,
    measureText: (text, values) =>
      measure(text, optionNumber(options.maxTextSize, values[options.maxTextSize]), cloudApi.text.body.max),
    pendingThresholds: (values) => {
      const [warning = 0, maximum = 0] = optionNumbers(options.pendingResponse, values[options.pendingResponse]);
      return { warning, maximum };
    },
    delaySpan: (values) => optionNumber(options.delaySpan, values[options.delaySpan]) * 1000,
    earlierSessions: (values) => ({
      count: optionNumber(options.sessionsCount, values[options.sessionsCount]),
      allChannels: optionFlag(options.crossChannel, values[options.crossChannel]),
    }),
    followsNewMessages: (values) => optionFlag(options.focusOnNew, values[options.focusOnNew]),
    transcriptLook,
    blinkSpan: (values) =>
      optionFlag(options.blinking, values[options.blinking])
        ? optionNumber(options.blinkingSpan, values[options.blinkingSpan])
        : undefined,
    asksBeforeDone: (values) => optionFlag(options.promptForDone, values[options.promptForDone]),
    autoAnswer: (values) =>
      optionFlag(options.autoAnswer, values[options.autoAnswer])
        ? optionNumber(options.autoAnswerTimer, values[options.autoAnswerTimer])
        : undefined,
    emojiAttribute: (values) => optionText(options.emojiAttribute, values[options.emojiAttribute]),
    ringingBell: (values) => optionText(options.ringingBell, values[options.ringingBell]),
    checkContent: (content, facts) => {
      const verdict = checkSend({ content, ...gateFacts(facts) });
      const findings = verdict.allowed ? verdict.warnings : verdict.findings;
      return findings.map((finding) => contentFinding(finding, translate));
    },
    notifications: {
      reason: (template) => {
        const reason = reasonOf(template);
        return reason === null ? undefined : reasonText(reason, translate);
      },
      refused: (code) => templateRefusal(code, translate),
      oneLine: flattened,
      checkDraft: (draft) => checkDraft(draft).map((finding) => draftFinding(finding, translate)),
      languages: templateLanguages,
    },
    interactive: interactiveLimits,
    unanswerable: (interaction) => (isGroup(interaction) ? translate('whatsapp.group') : undefined),
    describeError: (code) => failureWords(code, translate),
  };
}
