// Withdrawing: irreversible, so it says what happens and asks for the reason.
import { useState } from 'preact/hooks';
import { api, ask, newKey } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField } from '../../../components/field/field';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/tracking';
import type { Dossier } from './tracking';

interface Props { dossier: Dossier; onDone: (dossier: Dossier) => void; onClose: () => void }

export function WithdrawDialog({ dossier, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (!reason.trim()) {
      setFault(t('withdraw.reason.missing'));
      document.getElementById('withdraw-reason')?.focus();
      return;
    }
    setBusy(true);
    try {
      onDone(await ask(api.POST('/api/tracking/{code}/acts/{act}', {
        params: {
          path: { code: dossier.code, act: 'withdraw' }, header: { 'Idempotency-Key': key },
        },
        body: { reason: reason.trim() },
      })));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('withdraw.ask')} onClose={onClose}>
      <p>{t('withdraw.text')}</p>
      <form noValidate onSubmit={(event) => void send(event)}>
        <TextField lines={3} value={reason} onInput={setReason} field={{ id: 'withdraw-reason',
          label: t('withdraw.reason'), required: true, error: fault }} />
        {problem && <ProblemNotice problem={problem} />}
        <div class="row">
          <button class="button danger" aria-disabled={busy}>{t('withdraw.yes')}</button>
          <button type="button" class="button secondary" onClick={onClose}>
            {t('withdraw.no')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
