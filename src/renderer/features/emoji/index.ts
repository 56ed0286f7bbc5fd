export { EmojiPopup, type EmojiPopupProps } from './emoji-popup.tsx';
