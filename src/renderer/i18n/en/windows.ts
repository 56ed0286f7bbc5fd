/** Windows of single interactions, the lock, and what is said through the operating system. */
export const windows = {
  'pop-out.open': 'Open in a window of its own',
  'pop-out.put-back': 'Put back into the main window',
  'pop-out.mark': 'In a window of its own',
  'pop-out.elsewhere.title': '{{name}} is open in a window of its own',
  'pop-out.elsewhere.hint': 'Work on it there, or put it back here.',
  'pop-out.elsewhere.show': 'Show its window',

  'lock.title': 'Replydesk is locked',
  'lock.reason.agent': 'You locked it. Messages go on arriving.',
  'lock.reason.inactivity': 'Nobody worked here for a while. Messages go on arriving.',
  'lock.who': 'Signed in as {{name}}',
  'lock.password': 'Password',
  'lock.password.missing': 'Enter your password.',
  'lock.unlock': 'Unlock',
  'lock.busy': 'Checking…',
  'lock.sign-out': 'Sign out',
  'lock.now': 'Lock now',
  'lock.toast_one': 'Somebody is waiting',
  'lock.toast_other': '{{count}} customers are waiting',
  'lock.toast.hint': 'Unlock Replydesk to see who it is.',

  'notify.offer': '{{name}} is waiting',

  'shortcut.interaction.pop-out': 'Open in a window of its own, or put back',
  'shortcut.application.lock': 'Lock Replydesk',
} as const;
