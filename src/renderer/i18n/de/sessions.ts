import type { sessions as english } from '../en/sessions.ts';

/** Sessions the business begins, in German. */
export const sessions: Readonly<Record<keyof typeof english, string>> = {
  'shortcut.session.new': 'Neue Sitzung',

  'new-session': 'Neue Sitzung',
  'new-session.whom': 'Kontakt oder Nummer',
  'new-session.whom.placeholder': 'Name, oder Nummer mit Landesvorwahl',
  'new-session.whom.placeholder.number': 'Nummer mit Landesvorwahl',
  'new-session.whom.clear': 'Suche leeren',
  'new-session.whom.hint':
    'Tippen Sie den Anfang eines Namens, oder eine ganze Nummer mit Landesvorwahl wie +49 1555 0000001.',
  'new-session.whom.number-hint': 'Tippen Sie eine ganze Nummer mit Landesvorwahl, wie +49 1555 0000001.',
  'new-session.whom.list': 'Gefundene Kontakte',
  'new-session.whom.write-to': 'An {{number}} schreiben',
  'new-session.whom.none': 'Zu „{{text}}“ wurde niemand gefunden.',
  'new-session.whom.fault.other-characters': '„{{part}}“ gehört nicht in eine Nummer. Tippen Sie nur Ziffern.',
  'new-session.whom.fault.no-country-code':
    'Die Landesvorwahl fehlt: Mit ihr beginnt eine Nummer, nicht mit 0, zum Beispiel +49 1555 0000001.',
  'new-session.whom.fault.too-short':
    'Für eine Nummer ist das zu kurz: Mit ihrer Landesvorwahl hat sie mindestens 6 Ziffern.',
  'new-session.whom.fault.too-long':
    'Für eine Nummer ist das zu lang: Mit ihrer Landesvorwahl hat sie höchstens 15 Ziffern.',
  'new-session.whom.more': 'Es gibt noch mehr. Tippen Sie mehr vom Namen.',
  'new-session.whom.found_one': '{{count}} Kontakt gefunden',
  'new-session.whom.found_other': '{{count}} Kontakte gefunden',
  'new-session.change': 'Jemand anderes',
  'new-session.loading': 'Es wird nachgesehen, wie es steht…',
  'new-session.try-again': 'Erneut versuchen',
  'new-session.channel': 'Kanal',
  'new-session.no-channel': 'Es gibt keinen Kanal dafür',
  'new-session.no-channel.hint':
    'Für Sitzungen mit diesem Kontakt ist kein Kanal eingerichtet. Fragen Sie Ihre Administration.',
  'new-session.forbidden': 'Sie können keine Sitzungen beginnen',
  'new-session.forbidden.hint':
    'Dafür braucht es das Recht {{privilege}}, das Sie nicht haben: Fragen Sie Ihre Administration.',
  'new-session.not-here': 'Nicht möglich',
  'new-session.window.open': 'Freie Nachrichten möglich bis {{time}}',
  'new-session.window.closed': 'Beginnt mit einer Benachrichtigung',
  'new-session.held': 'Offen bei {{agent}}',
  'new-session.held.nobody': 'Offen, wartet auf jemanden',
  'new-session.mine': 'Sie haben hier schon eine Sitzung mit diesem Kontakt. Ihre Nachricht führt sie fort.',
  'new-session.show': 'Zeigen',
  'new-session.refused.consent-missing':
    'Dieser Kanal verlangt die Einwilligung des Kunden, und es ist keine festgehalten. Halten Sie sie zuerst mit Nachweis fest.',
  'new-session.refused.opted-out': 'Der Kunde möchte nicht angeschrieben werden. Warten Sie, bis er schreibt.',
  'new-session.refused.session-open':
    '{{agent}} hat hier eine Sitzung mit diesem Kontakt, daher kann keine zweite beginnen.',
  'new-session.refused.session-open.nobody':
    'Hier wartet schon eine Sitzung mit diesem Kontakt, daher kann keine zweite beginnen.',
  'new-session.refused.session-open.mine':
    'Eine Sitzung mit diesem Kontakt wird Ihnen gerade angeboten. Nehmen Sie sie an und schreiben Sie dort.',
  'new-session.first': 'Erste Nachricht',
  'new-session.first.placeholder': 'Nachricht schreiben',
  'new-session.first.closed':
    'In den letzten 24 Stunden hat der Kunde nicht geschrieben, daher kommt zuerst eine Benachrichtigung. Antwortet er, können Sie frei schreiben.',
  'new-session.first.none': 'Ohne Benachrichtigung kann hier nichts gesendet werden, und dieser Kanal hat keine.',
  'new-session.notification': 'Benachrichtigung auswählen',
  'new-session.notification.instead': 'Stattdessen eine Benachrichtigung senden',
  'new-session.send': 'Senden',
  'new-session.cancel': 'Abbrechen',
  'new-session.begun': 'Die Sitzung mit {{name}} hat begonnen.',

  consent: 'Einwilligung',
  'consent.none': 'Keine Einwilligung festgehalten',
  'consent.opted-in': 'Zugestimmt am {{date}}',
  'consent.opted-in.by': 'festgehalten von {{name}}',
  'consent.opted-in.proof': 'Nachweis: {{proof}}',
  'consent.opted-out.all': 'Möchte keine Nachrichten seit {{date}}',
  'consent.opted-out.marketing': 'Möchte keine Werbung seit {{date}}',
  'consent.source.stop-word': 'schrieb es selbst',
  'consent.source.user-preferences': 'über die Einstellung in der App',
  'consent.source.agent': 'von jemandem hier festgehalten',
  'consent.change': 'Ändern',
  'consent.change.of': 'Einwilligung für {{channel}} ändern',
  'consent.record': 'Einwilligung festhalten',
  'consent.title': 'Einwilligung von {{name}}',
  'consent.on': 'Für {{channel}}',
  'consent.question': 'Was möchte der Kunde?',
  'consent.word.agrees': 'Angeschrieben werden',
  'consent.word.agrees.hint': 'Eine Benachrichtigung darf ein Gespräch beginnen.',
  'consent.word.no-marketing': 'Keine Werbung',
  'consent.word.no-marketing.hint': 'Andere Benachrichtigungen sind weiter möglich.',
  'consent.word.nothing': 'Keine ungebetenen Nachrichten',
  'consent.word.nothing.hint': 'Schreibt er selbst, kann ihm geantwortet werden.',
  'consent.word.unknown': 'Nicht bekannt',
  'consent.word.unknown.hint': 'Was hier festgehalten ist, wird zurückgenommen.',
  'consent.proof': 'Nachweis',
  'consent.proof.hint': 'Wo und wann die Zustimmung gegeben wurde, etwa „Formular vom 12. März, unterschrieben“.',
  'consent.proof.missing': 'Sagen Sie, woher Sie von der Zustimmung wissen.',
  'consent.save': 'Speichern',
  'consent.cancel': 'Abbrechen',
  'consent.saved': 'Die Einwilligung von {{name}} ist festgehalten.',

  'note.window-closed':
    'Die Zeit für freie Nachrichten endete am {{time}}, bevor dem Kunden geantwortet wurde. Eine Benachrichtigung führt das Gespräch fort.',
  'note.no-answer':
    'Keine Antwort seit {{time}}. Senden Sie noch eine Benachrichtigung, wenn es wichtig ist: Ohne sie wird diese Sitzung archiviert.',
  'note.opted-out.all':
    'Der Kunde möchte nicht mehr angeschrieben werden. Was er schrieb, kann beantwortet werden; Benachrichtigungen gehen nicht.',
  'note.opted-out.marketing': 'Der Kunde möchte keine Werbung mehr. Andere Nachrichten sind weiter möglich.',
  'note.opted-in': 'Der Kunde darf wieder angeschrieben werden.',
  'session.waiting': 'Wartet auf den Kunden',
  'session.waiting.short': 'noch keine Antwort',
  'session.waiting.hint': 'Sie haben diese Sitzung begonnen, und der Kunde hat noch nicht geantwortet.',
  'session.unanswered': 'vom Kunden nicht beantwortet',
};
