// Who is signed in among those who apply. An account is never needed to apply or to follow, so the
// server is asked only where somebody signed in with this browser before.
import { signal } from '@preact/signals';
import { api, ask, setCsrf, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { sessionGate } from '../../../app/session_gate';
import { forgetAccountDrafts } from '../parts/kept_drafts';

export type Account = Schemas['Account'];
export type Party = Schemas['Party'];

const KEY = 'motcua.signed-in';

function signedInHere(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function remember(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing: signed in until the page is loaded again
  }
}

/** undefined: not asked yet; null: nobody is signed in. */
export const account = signal<Account | null | undefined>(signedInHere() ? undefined : null);
export const accountProblem = signal<ProblemError | undefined>(undefined);

let asked = false;

export function keepAccount(given: Account): void {
  asked = true;
  setCsrf(given.csrf);
  account.value = given;
  remember(true);
}

function forget(): void {
  setCsrf('');
  account.value = null;
  remember(false);
}

export async function loadAccount(): Promise<void> {
  accountProblem.value = undefined;
  try {
    keepAccount(await ask(api.GET('/api/account')));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    asked = true;
    if (error.problem.status === 401) forget();
    else accountProblem.value = error;
  }
}

/** Pages of an account ask also where nothing says that somebody signed in before. */
export function needAccount(): void {
  if (account.value || asked) return;
  account.value = undefined;
  void loadAccount();
}

export const gate = sessionGate({ isSignedIn: () => Boolean(account.value), renew: loadAccount });
export const { guarded } = gate;

export interface Credentials { email: string; password: string; code?: string }

export async function signIn(body: Credentials): Promise<void> {
  signedIn(await ask(api.POST('/api/account/session', { body })));
}

/** Another account than before starts the page anew, for nothing shown is its own. */
export function signedIn(now: Account): void {
  const before = account.value?.id;
  keepAccount(now);
  if (before && before !== account.value?.id) location.reload();
  else gate.end(true);
}

/** He is about to come back signed in, from a provider of identities. */
export function expectAccount(): void { remember(true); }

/** Signs out and leaves nothing of the account in this browser's memory. Gives the address where
 * the provider of identities that opened the session closes it too, or nothing. */
export async function signOut(): Promise<string> {
  let further = '';
  try {
    ({ further } = await ask(api.DELETE('/api/account/session')));
  } catch (error) {
    const over = error instanceof ProblemError && error.problem.status === 401;
    if (!over) throw error;
  }
  forgetAccountDrafts();
  forget();
  return further;
}
