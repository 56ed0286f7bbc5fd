/** What decides where a text box breaks its lines. */
const PROPERTIES = [
  'direction',
  'font',
  'letterSpacing',
  'lineHeight',
  'padding',
  'textIndent',
  'tabSize',
  'wordSpacing',
] as const;

/** Where the character at `index` stands in a text box, px from its left edge: a text box does not tell by itself. */
export function caretPoint(field: HTMLTextAreaElement, index: number): number {
  const style = getComputedStyle(field);
  const mirror = document.createElement('div');
  for (const property of PROPERTIES) mirror.style[property] = style[property];
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    width: `${field.clientWidth}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  });
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  mirror.append(field.value.slice(0, index), mark, field.value.slice(index));
  document.body.append(mirror);
  const left = mark.getBoundingClientRect().left - mirror.getBoundingClientRect().left;
  mirror.remove();
  return left;
}
