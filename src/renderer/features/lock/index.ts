export { LockPage } from './lock-page.tsx';
export { useLockShortcut } from './use-lock-shortcut.ts';
