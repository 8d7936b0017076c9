// Letters without their marks, small, đ as d: what a search compares.
export function fold(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether every word typed begins or occurs in the text, marks or not. */
export function contains(text: string, typed: string): boolean {
  const folded = fold(text);
  return fold(typed).split(/\s+/).filter(Boolean).every((word) => folded.includes(word));
}
