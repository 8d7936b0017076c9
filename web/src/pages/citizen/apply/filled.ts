// Which answers of a draft were filled in for the person, and from where: the party's
// own details, or an application sent earlier. A note goes once the person changes the answer.
import type { Path } from '../../../form/path';
import type { Party } from '../account/account';

/** By JSON Pointer. */
export interface FilledIn { account: string[]; earlier: string[] }

function* leaves(value: unknown, pointer: string): Generator<[string, unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* leaves(inner, `${pointer}/${name}`);
  } else if (value !== undefined && value !== null && value !== '') {
    yield [pointer, value];
  }
}

/** `pointers`: what the server says is as the office filled it in, on whichever device. */
export function filledIn(
  answers: unknown, pointers: string[], party: Party | undefined,
): FilledIn {
  const known = new Set<unknown>(party
    ? [party.name, party.identity, party.address, party.phone, party.email] : []);
  const filled: FilledIn = { account: [], earlier: [] };
  for (const [pointer, value] of leaves(answers, '')) {
    if (!pointers.includes(pointer)) continue;
    filled[known.has(value) ? 'account' : 'earlier'].push(pointer);
  }
  return filled;
}

function pointerOf(path: Path): string {
  return '/' + path.join('/');
}

/** Where the answer at `path` came from, while it is as it was filled in. */
export function originOf(filled: FilledIn | undefined, path: Path): keyof FilledIn | undefined {
  const pointer = pointerOf(path);
  if (filled?.account.includes(pointer)) return 'account';
  return filled?.earlier.includes(pointer) ? 'earlier' : undefined;
}

/** The same without the answer at `path` and what lies below it. */
export function withoutNote(filled: FilledIn, path: Path): FilledIn {
  const pointer = pointerOf(path);
  const kept = (one: string) => one !== pointer && !one.startsWith(`${pointer}/`);
  return { account: filled.account.filter(kept), earlier: filled.earlier.filter(kept) };
}
