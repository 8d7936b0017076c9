// Who is signed in, and what happens when the session ends in the middle of work: every request
// made through `guarded` waits for a new sign-in on the same page and is then sent again, so that
// nothing typed is lost.
import { signal } from '@preact/signals';
import { api, ask, setCsrf, type Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { forgetIntake } from './kept_intake';

export type Session = Schemas['Session'];
export type Role = 'reception' | 'specialist' | 'head' | 'director' | 'liaison' | 'leader';

/** undefined: not asked yet; null: nobody is signed in. */
export const session = signal<Session | null | undefined>(undefined);
export const sessionProblem = signal<ProblemError | undefined>(undefined);
/** True while the dialog "sign in again" is open. */
export const signingInAgain = signal(false);

let waiting: ((signedIn: boolean) => void)[] = [];

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

/** Signs in; another account than before starts the page anew, for its rights differ. */
export async function signIn(username: string, password: string): Promise<void> {
  const before = session.value?.officer.username;
  keep(await ask(api.POST('/api/session', { body: { username, password } })));
  if (before && before !== session.value?.officer.username) location.reload();
  endWaiting(true);
}

export async function signOut(): Promise<void> {
  await ask(api.DELETE('/api/session'));
  setCsrf('');
  forgetIntake();
  session.value = null;
}

function endWaiting(signedIn: boolean): void {
  signingInAgain.value = false;
  const all = waiting;
  waiting = [];
  for (const resume of all) resume(signedIn);
}

export function giveUpSigningIn(): void {
  endWaiting(false);
}

/** Runs a request; where the session has ended, asks to sign in again and runs it once more. */
export async function guarded<Value>(request: () => Promise<Value>): Promise<Value> {
  try {
    return await request();
  } catch (error) {
    const ended = error instanceof ProblemError && error.problem.status === 401;
    if (!ended || !session.value) throw error;
    signingInAgain.value = true;
    const signedIn = await new Promise<boolean>((resume) => waiting.push(resume));
    if (!signedIn) throw error;
    return request();
  }
}

export function hasRole(...roles: Role[]): boolean {
  const mine = session.value?.officer.roles ?? [];
  return roles.some((role) => mine.includes(role));
}

/** Works on dossiers at all; a leader alone reads figures. */
export function worksOnDossiers(): boolean {
  return hasRole('reception', 'specialist', 'head', 'director', 'liaison');
}
