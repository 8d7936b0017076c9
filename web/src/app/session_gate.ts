// What happens when a session ends in the middle of work: every request made through `guarded`
// waits for a new sign-in on the same page and is then sent again, so that nothing typed is lost.
import { signal, type Signal } from '@preact/signals';
import { ProblemError } from '../api/problem';

export interface SessionGate {
  /** True while somebody is asked to sign in again. */
  asking: Signal<boolean>;
  guarded: <Value>(request: () => Promise<Value>) => Promise<Value>;
  /** The answer to that: signed in, or given up. */
  end: (signedIn: boolean) => void;
}

interface Holder {
  isSignedIn: () => boolean;
  /** Asks for the session's token anew; another window may have signed in since. */
  renew: () => Promise<void>;
}

function isProblem(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

export function sessionGate({ isSignedIn, renew }: Holder): SessionGate {
  const asking = signal(false);
  let waiting: ((signedIn: boolean) => void)[] = [];

  async function guarded<Value>(request: () => Promise<Value>): Promise<Value> {
    try {
      return await request();
    } catch (error) {
      if (isProblem(error, 'csrf-mismatch')) {
        await renew();
        return request();
      }
      if (!isProblem(error, 'sign-in-needed') || !isSignedIn()) throw error;
      asking.value = true;
      const signedIn = await new Promise<boolean>((resume) => waiting.push(resume));
      if (!signedIn) throw error;
      return request();
    }
  }

  function end(signedIn: boolean): void {
    asking.value = false;
    const all = waiting;
    waiting = [];
    for (const resume of all) resume(signedIn);
  }

  return { asking, guarded, end };
}
