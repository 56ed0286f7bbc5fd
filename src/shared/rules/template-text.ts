/** `{{1}}` or `{{first_name}}`, with spaces inside as some providers keep them. */
const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The names of a text's parameters, each once, in the order in which they stand. */
export function parametersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
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
