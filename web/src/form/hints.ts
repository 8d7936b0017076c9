// How a form is shown: pages, labels, hints, messages, by JSON Pointer ("*" for any array item).
import type { Text } from '../app/language';
import type { Path } from './path';

export interface FieldHint {
  label?: Text;
  hint?: Text;
  options?: Record<string, Text>;
  errors?: Record<string, Text>;
  /** Of a list that is not complete: any other text is taken too. */
  suggestions?: Text[];
  unit?: Text;
  item?: Text;
  add?: Text;
  autocomplete?: string;
  inputmode?: string;
  width?: number;
  widget?: string;
}

export interface PageHint { title: Text; intro?: Text; fields: string[] }

export interface Hints { pages?: PageHint[]; fields?: Record<string, FieldHint> }

/** A pattern of hints for a path: positions become "*". */
function patternOf(path: Path): string {
  return '/' + path.map((part) => (typeof part === 'number' ? '*' : part)).join('/');
}

export function hintOf(hints: Hints, path: Path): FieldHint {
  return hints.fields?.[patternOf(path)] ?? {};
}
