// Whether the holder confirmed his address, and the way to get the message again.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../../api/client';
import { ProblemError } from '../../../../api/problem';
import { office } from '../../../../app/office';
import { Notice } from '../../../../components/notice/notice';
import { ProblemNotice } from '../../../../components/problem_view/problem_view';
import { t } from '../../../../text/proofs';
import { guarded, type Account } from '../account';

export function AddressState({ mine }: { mine: Account }) {
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  if (mine.address_confirmed) return <p class="muted">{t('confirmed')}</p>;
  if (!mine.parties[0]?.email || !office.value?.notify_by.includes('email')) return null;
  const press = () => {
    setProblem(undefined);
    guarded(() => ask(api.POST('/api/account/address/proof'))).then(() => setSent(true),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        setProblem(error);
      });
  };
  return (
    <Notice kind="info">
      <p>{t('unconfirmed')}</p>
      <p>
        <button type="button" class="button secondary compact" onClick={press}>
          {t('unconfirmed.again')}
        </button>
      </p>
      {problem && <ProblemNotice problem={problem} onAgain={press} />}
      <p role="status">{sent ? t('unconfirmed.sent') : ''}</p>
    </Notice>
  );
}
