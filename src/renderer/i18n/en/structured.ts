/** Notifications, reply buttons and lists as they are drawn. Its keys begin with `structured.`. */
export const structured = {
  'structured.preview': 'On the customer’s phone',
  'structured.missing': 'not filled in',
  'structured.file.missing': 'No file chosen',
  'structured.buttons': 'Buttons',
  'structured.button.reply': 'reply button',
  'structured.button.url': 'opens {{url}}',
  'structured.button.call': 'calls {{number}}',
  'structured.button.copy-code': 'copies {{code}}',
  'structured.all-options': 'See all options',
  'structured.fewer-options': 'See fewer options',
  'structured.chosen': 'chosen by the customer',
} as const;
