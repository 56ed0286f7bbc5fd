import type { work as english } from '../en/work.ts';

/** Ways of working, in German. */
export const work: Readonly<Record<keyof typeof english, string>> = {
  'palette.open': 'Suchen oder Befehl ausführen',
  'palette.title': 'Befehle und Interaktionen',
  'palette.placeholder': 'Name eines Kunden, oder was Sie tun möchten',
  'palette.group.interactions': 'Meine Interaktionen',
  'palette.group.commands': 'Befehle',
  'palette.none': 'Nichts passt zu „{{query}}“',
  'palette.none.hint': 'Versuchen Sie weniger Buchstaben oder ein Wort dessen, was Sie suchen.',
  'palette.count_one': '{{count}} Eintrag',
  'palette.count_other': '{{count}} Einträge',
  'palette.key.choose': 'auswählen',
  'palette.key.run': 'ausführen',
  'palette.key.close': 'schließen',
  'palette.after-work': 'Mich auf Nachbearbeitung setzen',
  'palette.not-ready': 'Mich auf Nicht bereit setzen: {{reason}}',
  'palette.settings': 'Einstellungen: {{section}}',
  'palette.theme': 'Farbschema: {{theme}}',
  'palette.text-size.larger': 'Schrift größer machen',
  'palette.text-size.smaller': 'Schrift kleiner machen',
  'palette.language': 'Sprache: {{language}}',
  'palette.view': '{{view}} zeigen',

  'shortcut.application.palette': 'Suchen oder Befehl ausführen',
};
