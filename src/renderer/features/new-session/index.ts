export { NewSession } from './new-session.tsx';
