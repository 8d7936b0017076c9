// What a step shows its officer of the application: a list of questions in the step's ui file, with
// or without a form of the step. Questions are named as in form.ui.json ("*" for any entry).
import { formFilesOf, plainQuestions, readFormFiles, type Question } from './form';

type Files = Record<string, string>;

function hintsOf(files: Files, step: string): Record<string, unknown> {
  try {
    return JSON.parse(files[formFilesOf(step).hints] ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function shownIn(files: Files, step: string): string[] {
  const { shows } = hintsOf(files, step);
  return Array.isArray(shows) ? shows.filter((one) => typeof one === 'string') : [];
}

/** Every question of the application that is one line, in its order. */
export function showable(files: Files): Question[] {
  const form = readFormFiles(files);
  return form ? plainQuestions(form) : [];
}

/** A question is shown by itself or with the group it belongs to. */
export function isShown(shown: string[], pointer: string): boolean {
  return shown.some((one) => one === pointer || pointer.startsWith(`${one}/`));
}

/** What is listed and not asked any more. */
export function gone(shown: string[], asked: Question[]): string[] {
  return shown.filter((one) => !asked.some((question) => isShown([one], question.pointer)));
}

/** The step's ui file with these; the file goes where nothing else is in it. */
export function setShown(files: Files, step: string, shown: string[]):
Record<string, string | undefined> {
  const { hints } = formFilesOf(step);
  const { shows: _, ...rest } = hintsOf(files, step);
  const written = shown.length ? { shows: shown, ...rest } : rest;
  return { [hints]: Object.keys(written).length
    ? JSON.stringify(written, null, 2) + '\n' : undefined };
}

/** One question ticked or not; a group listed as a whole becomes the questions that stay. */
export function withShown(files: Files, step: string, pointer: string, on: boolean):
Record<string, string | undefined> {
  const asked = showable(files);
  const shown = shownIn(files, step);
  const wanted = asked.map((one) => one.pointer)
    .filter((one) => (one === pointer ? on : isShown(shown, one)));
  return setShown(files, step, [...wanted, ...gone(shown, asked)]);
}

/** Without one that is not asked any more. */
export function withoutGone(files: Files, step: string, pointer: string):
Record<string, string | undefined> {
  return setShown(files, step, shownIn(files, step).filter((one) => one !== pointer));
}
