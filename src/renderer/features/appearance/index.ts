export { AppearanceDialog } from './appearance-dialog.tsx';
