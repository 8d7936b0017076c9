// Who is signed in among the officers, and what he may see. Requests go through `guarded`, so that
// nothing typed is lost when the session ends in the middle of work.
import { signal } from '@preact/signals';
import { api, ask, setCsrf, type Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { sessionGate } from '../../app/session_gate';
import { forgetIntake } from './kept_intake';

export type Session = Schemas['Session'];
export type Role = 'reception' | 'specialist' | 'head' | 'director' | 'liaison' | 'leader'
  | 'designer';

/** undefined: not asked yet; null: nobody is signed in. */
export const session = signal<Session | null | undefined>(undefined);
export const sessionProblem = signal<ProblemError | undefined>(undefined);
function keep(signed: Session): void {
  setCsrf(signed.csrf);
  session.value = signed;
}

export async function loadSession(): Promise<void> {
  try {
    keep(await ask(api.GET('/api/session')));
    sessionProblem.value = undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.status === 401) session.value = null;
    else sessionProblem.value = error;
  }
}

export const gate = sessionGate({ isSignedIn: () => Boolean(session.value), renew: loadSession });
export const { guarded } = gate;

export interface Credentials { username: string; password: string; code?: string }

export async function signIn(body: Credentials): Promise<void> {
  signedIn(await ask(api.POST('/api/session', { body })));
}

/** Another account than before starts the page anew, for its rights differ. */
export function signedIn(now: Session): void {
  const before = session.value?.officer.username;
  keep(now);
  if (before && before !== session.value?.officer.username) location.reload();
  gate.end(true);
}

export async function signOut(): Promise<void> {
  await ask(api.DELETE('/api/session'));
  setCsrf('');
  forgetIntake();
  session.value = null;
}

export function hasRole(...roles: Role[]): boolean {
  const mine = session.value?.officer.roles ?? [];
  return roles.some((role) => mine.includes(role));
}

/** Works on dossiers at all; a leader alone reads figures. */
export function worksOnDossiers(): boolean {
  return hasRole('reception', 'specialist', 'head', 'director', 'liaison');
}
