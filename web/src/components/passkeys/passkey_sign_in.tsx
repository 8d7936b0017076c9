// Signing in with a passkey. Fetched where passkeysWork().
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { t } from '../../text/passkeys';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import { ProblemNotice } from '../problem_view/problem_view';
import { Cancelled, signByPasskey } from './ceremony';

export type Signed = Awaited<ReturnType<typeof signByPasskey>>;

interface Props {
  begin: () => Promise<Schemas['PasskeySignIn']>;
  finish: (signed: Signed) => Promise<unknown>;
}

export function PasskeySignIn({ begin, finish }: Props) {
  const [problem, setProblem] = useState<ProblemError>();
  const [cancelled, setCancelled] = useState(false);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setCancelled(false);
    try {
      await finish(await signByPasskey(await begin()));
    } catch (error) {
      if (error instanceof ProblemError) setProblem(error);
      else if (error instanceof Cancelled) setCancelled(true);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      <button type="button" class="button secondary full" aria-disabled={busy}
        onClick={() => void press()}>
        <Icon name="key" />{t('sign-in')}
      </button>
      {problem && <ProblemNotice problem={problem} />}
      <div aria-live="polite">
        {cancelled && <Notice kind="info"><p>{t('cancelled')}</p></Notice>}
      </div>
    </div>
  );
}
