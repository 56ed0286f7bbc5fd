/** `{{1}}` or `{{first_name}}`, with spaces inside as some providers keep them. */
const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The names of a text's parameters, each once, in the order in which they stand. */
export function parametersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/** A piece of a text; `missing` for a parameter that nothing was filled into. */
export interface TextPiece {
  readonly text: string;
  readonly missing: boolean;
}

/** The text cut at the parameters that still stand in it, so that they can be marked (UI-7). */
export function cutAtParameters(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: parameter, index } of text.matchAll(PLACEHOLDER)) {
    if (index > end) pieces.push({ text: text.slice(end, index), missing: false });
    pieces.push({ text: parameter, missing: true });
    end = index + parameter.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), missing: false });
  return pieces;
}

/** The text with its parameters filled in; one without a value stays as it is written, so that it is seen. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  // By a function: `$&` in a customer's name must stay what it is.
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value ? value : whole;
  });
}

/** Characters an address may hold as they are, with those of what is encoded already. */
const NOT_IN_ADDRESS = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/gu;

/** The end of an address, as it is filled into a button: providers want it percent-encoded (31-cloud-api section 9.2). */
export function addressEnd(value: string): string {
  return value.trim().replace(NOT_IN_ADDRESS, encoded);
}

/** Half a surrogate pair is sent as the replacement character. */
function encoded(character: string): string {
  return encodeURIComponent(/\p{Cs}/u.test(character) ? '\ufffd' : character);
}
