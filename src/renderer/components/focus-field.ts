const WRITTEN = ':is(textarea, input):not(:disabled)';
const USABLE = ':is(textarea, input, button):not(:disabled)';

/** Leads to a field of a form by its path. */
export function focusField(path: string): void {
  const place = [...document.querySelectorAll<HTMLElement>('[data-path]')].find(({ dataset }) => dataset.path === path);
  place?.querySelector<HTMLElement>(USABLE)?.focus();
}

/** Leads to the first field one can write in: never to what takes away what is there already, unless there is no other. */
export function focusFirstField(form: ParentNode | null): void {
  const places = [...(form?.querySelectorAll('[data-path], [data-field]') ?? [])];
  const first =
    places.find((place) => place.querySelector(WRITTEN)) ?? places.find((place) => place.querySelector(USABLE));
  first?.querySelector<HTMLElement>(USABLE)?.focus();
}

/** Whether the focus has fallen off what had it: to the page, or to the dialog around. */
export function isFocusLost(): boolean {
  return document.activeElement?.matches('body, [role="dialog"], [role="alertdialog"]') ?? true;
}

/** Whether the focus is in a field one writes in. */
export function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea') ?? false;
}
