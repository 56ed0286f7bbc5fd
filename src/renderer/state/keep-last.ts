/**
 * The function, keeping its last answer while its arguments stay the same ones. For selectors: they are asked with every
 * change of the model, and what they make of it is made anew only when that has changed. The function must be pure.
 */
export function keepLast<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly answer: R } | undefined;
  return (...args) => {
    const known = last;
    if (known && args.every((value, index) => Object.is(value, known.args[index]))) return known.answer;
    last = { args, answer: make(...args) };
    return last.answer;
  };
}
