// What a draft may name of the office: its matrices, posts with who holds them, units. Read once.
import { signal } from '@preact/signals';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { readDesign, type Design } from './desk';
import type { Choice } from './parts';

const NONE: Design = { subjects: [], posts: [], units: [], may: [] };
const design = signal<Design | undefined>(undefined);
let asked = false;

/** Empty lists until they are there; a draft stays editable without them. */
export function useOffice(): Design {
  if (!asked) {
    asked = true;
    readDesign().then((found) => { design.value = found; }, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      asked = false;
    });
  }
  return design.value ?? NONE;
}

/** The posts of the office, each with whoever holds it today. */
export function postChoices(office: Design): Choice[] {
  return office.posts.map((post) => ({ key: post.id,
    label: [say(post.name), post.held_by.join(', ')].filter(Boolean).join(': ') }));
}

export function outsideChoices(office: Design): Choice[] {
  return office.units.filter((unit) => unit.outside)
    .map((unit) => ({ key: unit.id, label: say(unit.name) }));
}
