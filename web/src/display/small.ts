/** As it reads in the middle of a sentence: the first letter small. */
export function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
