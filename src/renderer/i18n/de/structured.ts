import type { structured as english } from '../en/structured.ts';

export const structured: Record<keyof typeof english, string> = {
  'structured.preview': 'Auf dem Telefon des Kunden',
  'structured.missing': 'nicht ausgefüllt',
  'structured.file.missing': 'Keine Datei gewählt',
  'structured.buttons': 'Schaltflächen',
  'structured.button.reply': 'Antwortschaltfläche',
  'structured.button.url': 'öffnet {{url}}',
  'structured.button.call': 'ruft {{number}} an',
  'structured.button.copy-code': 'kopiert {{code}}',
  'structured.all-options': 'Alle Optionen anzeigen',
  'structured.fewer-options': 'Weniger Optionen anzeigen',
  'structured.chosen': 'vom Kunden gewählt',
};
