export { ToastPage } from './toast-page.tsx';
