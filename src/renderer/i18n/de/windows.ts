import type { windows as english } from '../en/windows.ts';

export const windows: Readonly<Record<keyof typeof english, string>> = {
  'pop-out.open': 'In eigenem Fenster öffnen',
  'pop-out.put-back': 'Ins Hauptfenster zurücklegen',
  'pop-out.mark': 'In eigenem Fenster',
  'pop-out.elsewhere.title': '{{name}} ist in einem eigenen Fenster offen',
  'pop-out.elsewhere.hint': 'Arbeiten Sie dort weiter, oder legen Sie es hierher zurück.',
  'pop-out.elsewhere.show': 'Fenster zeigen',

  'lock.title': 'Replydesk ist gesperrt',
  'lock.reason.agent': 'Sie haben es gesperrt. Nachrichten kommen weiter an.',
  'lock.reason.inactivity': 'Hier hat eine Weile niemand gearbeitet. Nachrichten kommen weiter an.',
  'lock.who': 'Angemeldet als {{name}}',
  'lock.password': 'Kennwort',
  'lock.password.missing': 'Geben Sie Ihr Kennwort ein.',
  'lock.unlock': 'Entsperren',
  'lock.busy': 'Wird geprüft …',
  'lock.sign-out': 'Abmelden',
  'lock.now': 'Jetzt sperren',
  'lock.toast_one': 'Jemand wartet',
  'lock.toast_other': '{{count}} Kunden warten',
  'lock.toast.hint': 'Entsperren Sie Replydesk, um zu sehen, wer es ist.',

  'notify.offer': '{{name}} wartet',

  'shortcut.interaction.pop-out': 'In eigenem Fenster öffnen oder zurücklegen',
  'shortcut.application.lock': 'Replydesk sperren',
};
