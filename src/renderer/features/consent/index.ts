export { ConsentDialog, type ConsentDialogProps } from './consent-dialog.tsx';
export { ConsentFacts } from './consent-facts.tsx';
