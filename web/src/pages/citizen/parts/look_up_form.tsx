// Code and look-up code → the dossier, without an account. Also opens the address on a receipt's
// QR code, whose look-up code stands behind "#" and so never reaches a server's log.
import { useEffect, useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import { go } from '../../../app/router';
import { ErrorSummary, type SummaryError } from '../../../components/error_summary/error_summary';
import { TextField } from '../../../components/field/field';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/citizen';

export async function openDossier(code: string, secret: string): Promise<Schemas['Tracking']> {
  const plain = secret.replace(/[\s-]/g, '');
  const body = { code: code.trim().toUpperCase(), secret: plain };
  return ask(api.POST('/api/tracking', { body }));
}

function isWrongCodes(problem: ProblemError): boolean {
  return ['not-found', 'not-allowed', 'invalid'].includes(problem.kind);
}

interface Props { code?: string; secret?: string; plain?: boolean; idle?: boolean }

function useLookUp({ code = '', secret = '' }: Props) {
  const [typed, setTyped] = useState({ code, secret });
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);

  const refuse = (found: SummaryError[]) => { setErrors(found); setTurn((count) => count + 1); };
  const send = async () => {
    setProblem(undefined);
    setBusy(true);
    try {
      const dossier = await openDossier(typed.code, typed.secret);
      go(href(`/tra-cuu/${encodeURIComponent(dossier.code)}/`), { replace: location.hash !== '' });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setBusy(false);
      if (isWrongCodes(error)) refuse([{ id: 'track-code', message: t('track.wrong') }]);
      else { refuse([]); setProblem(error); }
    }
  };
  const submit = (event?: Event) => {
    event?.preventDefault();
    if (busy) return;
    const missing: SummaryError[] = [];
    if (!typed.code.trim()) missing.push({ id: 'track-code', message: t('track.code.missing') });
    if (!typed.secret.trim()) {
      missing.push({ id: 'track-secret', message: t('track.secret.missing') });
    }
    if (missing.length) refuse(missing);
    else { setErrors([]); void send(); }
  };
  return { typed, setTyped, errors, turn, problem, busy, submit };
}

export function LookUpForm(props: Props) {
  const { typed, setTyped, errors, turn, problem, busy, submit } = useLookUp(props);
  useEffect(() => { if (props.code && props.secret) submit(); }, []);
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  return (
    <form class="look-up" noValidate onSubmit={submit}>
      {!props.plain && <ErrorSummary errors={errors} turn={turn} />}
      {problem && <ProblemNotice problem={problem} onAgain={() => submit()} />}
      <TextField value={typed.code} onInput={(code) => setTyped({ ...typed, code })}
        autocomplete="off" field={{ id: 'track-code', label: t('track.code'), required: true,
          hint: props.plain ? undefined : t('track.code.hint'), error: errorOf('track-code') }} />
      <TextField value={typed.secret} onInput={(secret) => setTyped({ ...typed, secret })}
        autocomplete="off" field={{ id: 'track-secret', label: t('track.secret'), required: true,
          hint: props.plain ? undefined : t('track.secret.hint'),
          error: errorOf('track-secret') }} />
      <button class={props.plain ? 'button full' : 'button'} aria-disabled={busy}>
        {busy ? t('track.opening') : t('track.show')}
      </button>
    </form>
  );
}
