/** Whether nothing has the focus: what had it has gone from the page, or cannot have it any more. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
