import { expect, test } from 'vitest';
import { ProblemError } from '../api/problem';
import { sessionGate } from './session_gate';

const refusal = (code: string, status = 401) =>
  new ProblemError({ type: 'about:blank', title: code, status, code });

/** A request that fails with these problems, one after the other, and then answers. */
function failing(...problems: ProblemError[]) {
  return () => {
    const problem = problems.shift();
    return problem ? Promise.reject(problem) : Promise.resolve('answer');
  };
}

const signedIn = { isSignedIn: () => true, renew: () => Promise.resolve() };

test('a request whose session has ended waits for the new sign-in and is sent again', async () => {
  const gate = sessionGate(signedIn);
  const answer = gate.guarded(failing(refusal('sign-in-needed')));
  await expect.poll(() => gate.asking.value).toBe(true);
  gate.end(true);
  expect(await answer).toBe('answer');
  expect(gate.asking.value).toBe(false);
});

test('who gives up gets the problem', async () => {
  const gate = sessionGate(signedIn);
  const answer = gate.guarded(failing(refusal('sign-in-needed')));
  const refused = expect(answer).rejects.toThrow('sign-in-needed');
  await expect.poll(() => gate.asking.value).toBe(true);
  gate.end(false);
  await refused;
});

test('a wrong code is no ended session, and nobody is asked who never was signed in', async () => {
  await expect(sessionGate(signedIn).guarded(failing(refusal('second-factor-wrong'))))
    .rejects.toThrow('second-factor-wrong');
  const nobody = sessionGate({ ...signedIn, isSignedIn: () => false });
  await expect(nobody.guarded(failing(refusal('sign-in-needed')))).rejects.toThrow();
  expect(nobody.asking.value).toBe(false);
});

test('a token that another window made stale is asked for anew, once', async () => {
  let renewed = 0;
  const gate = sessionGate({ ...signedIn, renew: () => { renewed++; return Promise.resolve(); } });
  const stale = refusal('csrf-mismatch', 403);
  expect(await gate.guarded(failing(stale))).toBe('answer');
  await expect(gate.guarded(failing(stale, stale))).rejects.toThrow('csrf-mismatch');
  expect(renewed).toBe(2);
});
