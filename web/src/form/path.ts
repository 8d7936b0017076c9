// Where an answer stands: names and positions from the root of the answers.
import { isAnswers } from './schema';

export type Path = (string | number)[];

export function readPointer(pointer: string): Path {
  return pointer.replace(/^#/, '').split('/').filter(Boolean)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export function fieldId(path: Path): string {
  return 'field-' + path.join('-');
}

/** Whether `path` lies at or below `above`. */
export function within(path: Path, above: Path): boolean {
  return above.every((part, index) => path[index] === part);
}

export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, part) => {
    if (Array.isArray(here)) return here[Number(part)];
    return isAnswers(here) ? here[part] : undefined;
  }, value);
}

/** A copy with one answer changed; `undefined` takes it out (an array's item closes the gap). */
export function withAnswer(whole: unknown, path: Path, answer: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return answer;
  if (typeof first === 'number') {
    const list = Array.isArray(whole) ? [...whole as unknown[]] : [];
    if (answer === undefined && !rest.length) list.splice(first, 1);
    else list[first] = withAnswer(list[first], rest, answer);
    return list;
  }
  const copy = isAnswers(whole) ? { ...whole } : {};
  const inner = withAnswer(copy[first], rest, answer);
  if (inner === undefined) delete copy[first];
  else copy[first] = inner;
  return copy;
}
