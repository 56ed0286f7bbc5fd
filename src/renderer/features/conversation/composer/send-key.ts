type Pressed = Pick<KeyboardEvent, 'key' | 'keyCode' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>;

/**
 * Whether a key press sends, by option `composer.send-key`; never the one that ends the composition of a character
 * (IME). With Enter alone, any other key held with it begins a new line.
 */
export function isSendKey(event: Pressed, sendKey: string, mac: boolean): boolean {
  // Safari's old 229 still comes from some input methods on Windows after the composition ended.
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return false;
  if (event.shiftKey || event.altKey) return false;
  if (sendKey !== 'Mod+Enter') return !event.ctrlKey && !event.metaKey;
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}
