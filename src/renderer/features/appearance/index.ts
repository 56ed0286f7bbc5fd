export { AppearanceChoices } from './appearance-choices.tsx';
