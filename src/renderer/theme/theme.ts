/** Values of `gui.theme` other than `system`. */
export const themes = ['Default', 'Dark', 'HighContrast'] as const;
export type Theme = (typeof themes)[number];

/** What the operating system asks for. */
export interface SystemLook {
  readonly dark: boolean;
  readonly moreContrast: boolean;
}

/** Steps of `gui.text-size` offered to the agent, percent; an option file may hold any value from 80 to 200. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

function isTheme(value: string): value is Theme {
  return (themes as readonly string[]).includes(value);
}

/** The theme for an option value; `system` and anything unknown follow the operating system. */
export function chooseTheme(option: string, system: SystemLook): Theme {
  if (isTheme(option)) return option;
  if (system.moreContrast) return 'HighContrast';
  return system.dark ? 'Dark' : 'Default';
}

/** `gui.text-size` as a factor from 0.8 to 2; 1 for what is no number. */
export function textScale(option: string): number {
  const percent = Number.parseFloat(option);
  return Number.isFinite(percent) ? Math.min(200, Math.max(80, percent)) / 100 : 1;
}
