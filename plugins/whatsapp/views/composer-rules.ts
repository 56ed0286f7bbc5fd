import type { ComposerRules, ComposerSituation, NotificationMismatch } from '#shared/plugin-api/composer.ts';
import type { Template } from '#shared/plugin-api/domain.ts';
import type { OptionValues, ViewContext } from '#shared/plugin-api/views.ts';
import { optionFlag, optionNumber, options, optionText } from '../options.ts';
import { composerMode } from '../rules/composer-mode.ts';
import { asNotification, checkDefaultNotification } from '../rules/default-notification.ts';
import { deskWindow } from '../rules/desk-window.ts';

type Translate = ViewContext['translations']['translate'];

function isAutomatic(values: OptionValues): boolean {
  return optionFlag(options.automaticNotifications, values[options.automaticNotifications]);
}

function notificationState(values: OptionValues, templates: readonly Template[]) {
  const wanted = {
    text: optionText(options.defaultNotificationText, values[options.defaultNotificationText]),
    id: optionText(options.defaultNotificationId, values[options.defaultNotificationId]),
    language: optionText(options.defaultNotificationLanguage, values[options.defaultNotificationLanguage]),
  };
  return checkDefaultNotification(wanted, templates);
}

/** The window as the options of this desk have it. */
export function windowOfDesk(window: Parameters<typeof deskWindow>[0], values: OptionValues) {
  return deskWindow(window, optionNumber(options.freeTimespan, values[options.freeTimespan]));
}

function modeAt({ interaction, contact, agent, now, options: values, templates }: ComposerSituation) {
  const consent = contact.consents?.find(({ channel }) => channel === interaction.channel);
  return composerMode({
    interaction: { ...interaction, window: windowOfDesk(interaction.window, values) },
    agent,
    now,
    automatic: isAutomatic(values),
    notification: templates && notificationState(values, templates),
    optedOut: consent?.optOut?.scope === 'all',
  });
}

/** A mismatch in the page's language. */
function inWords({ code, values = {} }: NotificationMismatch, translate: Translate): NotificationMismatch {
  return { code, sentence: translate(`whatsapp.mismatch.${code}`, values) };
}

/** How the composer of a WhatsApp conversation is (WA-3). */
export function composerRules(translate: Translate): ComposerRules {
  return {
    modeAt(situation) {
      const mode = modeAt(situation);
      if (mode.mode !== 'notification' || !mode.mismatch) return mode;
      return { ...mode, mismatch: inWords(mode.mismatch, translate) };
    },
    defaultTemplate(values, templates) {
      const state = isAutomatic(values) ? notificationState(values, templates) : undefined;
      return state?.ok ? state.template : undefined;
    },
    asNotification,
    mismatch(values, templates) {
      const state = isAutomatic(values) ? notificationState(values, templates) : undefined;
      return state?.ok === false ? inWords(state.mismatch, translate) : undefined;
    },
  };
}
