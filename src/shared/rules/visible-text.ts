/** Letters that draw nothing, beside the controls, blanks and marks that Unicode calls so: fillers and a blank of Braille. */
const DRAWS = /[^\s\p{C}\p{Zs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u3164\uffa0\u115f\u1160]/u;

/** Whether anything of a text can be seen: customers may call themselves by what cannot. */
export function isVisible(text: string): boolean {
  return DRAWS.test(text);
}
