/**
 * Says to assistive technology what the parts of the picker are: its categories are tabs, its emoji stand in grids. By
 * itself the picker marks plain buttons as selected and counts them as entries, which a button cannot be (A11Y-1).
 */
export function nameParts(root: ShadowRoot): void {
  for (const tab of root.querySelectorAll('#nav button:not([role])')) {
    tab.setAttribute('role', 'tab');
    tab.parentElement?.setAttribute('role', 'tablist');
  }
  for (const category of root.querySelectorAll('.category')) nameGrid(category);
  for (const emoji of root.querySelectorAll('.row button:not([role])')) {
    emoji.setAttribute('role', 'gridcell');
    emoji.removeAttribute('aria-posinset');
    emoji.removeAttribute('aria-setsize');
  }
}

/** Rows out of sight are empty, and an empty row is none. */
function nameGrid(category: Element): void {
  const rows = [...category.querySelectorAll('.row')];
  for (const row of rows) {
    if (row.childElementCount > 0) row.setAttribute('role', 'row');
    else row.removeAttribute('role');
  }
  const grid = rows[0]?.parentElement;
  if (rows.some((row) => row.childElementCount > 0)) {
    grid?.setAttribute('role', 'grid');
    grid?.setAttribute('aria-label', category.querySelector('.sticky')?.textContent ?? '');
  } else {
    grid?.removeAttribute('role');
    grid?.removeAttribute('aria-label');
  }
}
