const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** By language, unit and digits. Making a format costs more than all else a card does. */
const made = new Map<string, Intl.NumberFormat>();

function formatOf(language: string, unit: (typeof UNITS)[number], digits: number): Intl.NumberFormat {
  const key = `${language} ${unit} ${digits}`;
  // The short form of bytes knows no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const format =
    made.get(key) ??
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits });
  made.set(key, format);
  return format;
}

/** A file size in words: `212 kB`, `21 MB`; decimal units, as systems show them. */
export function fileSize(bytes: number, language: string): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return formatOf(language, UNITS[unit] ?? 'byte', digits).format(value);
}
