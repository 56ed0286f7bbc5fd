/** Leads to a field of the form by its path. */
export function focusField(path: string): void {
  const place = [...document.querySelectorAll('[data-path]')].find(
    (element) => element instanceof HTMLElement && element.dataset.path === path,
  );
  place?.querySelector<HTMLElement>('textarea, input, button')?.focus();
}
