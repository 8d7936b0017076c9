// The part of the form engine that questions asked for again need.
import type { ProblemError } from '../../../api/problem';
import { checkField, type FormError } from '../../../form/check';
import { fieldAt, type Form } from '../../../form/pages';
import { at, fieldId, readPointer, within } from '../../../form/path';
import { pruned, type Answers } from '../../../form/schema';

/** The errors of the questions at these pointers, of those that are asked now. */
export function checkPaths(form: Form, answers: Answers, paths: string[]): FormError[] {
  const found = paths.flatMap((pointer) => {
    const path = readPointer(pointer);
    const field = fieldAt(form, answers, path);
    return field ? checkField(form, answers, field, at(answers, path)) : [];
  });
  return found.filter((error, index) => found.findIndex((one) => one.id === error.id) === index);
}

/** What the server refused of them; nothing where it refused something else. */
export function refusedOf({ problem }: ProblemError, paths: string[]): FormError[] {
  return (problem.errors ?? [])
    .map((error) => ({ path: readPointer(error.path), message: error.message }))
    .filter(({ path }) => paths.some((open) => within(path, readPointer(open))))
    .map((error) => ({ id: fieldId(error.path), ...error }));
}

/** Without the answers to questions that are no longer asked. */
export function sentOf(form: Form, answers: Answers): Answers {
  return pruned(form.schema, answers, form.schema) as Answers;
}
