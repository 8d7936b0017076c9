// The office whose pages these are: asked once per page load, kept for all.
import { signal } from '@preact/signals';
import { api, ask, type Schemas } from '../api/client';
import { ProblemError } from '../api/problem';

export type Office = Schemas['Office'];

export const office = signal<Office | undefined>(undefined);
export const officeProblem = signal<ProblemError | undefined>(undefined);

export async function loadOffice(): Promise<void> {
  try {
    office.value = await ask(api.GET('/api/office'));
    officeProblem.value = undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    officeProblem.value = error;
  }
}
