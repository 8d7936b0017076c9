// What must be paid and why, the way to pay, and what came. It was sent first; now it is paid.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { say } from '../../../app/language';
import { Icon } from '../../../components/icon/icon';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/tracking';
import type { Dossier } from './tracking';

type Account = NonNullable<Dossier['payment']>;

function Reckoning({ account }: { account: Account }) {
  return (
    <dl class="tracking-facts">
      {account.lines.map((line) => (
        <div key={line.basis}>
          <dt><Say of={line.name} /></dt><dd><Say of={line.reckoned} /></dd>
        </div>
      ))}
      <div><dt>{t('pay.owed')}</dt><dd><b><Say of={account.owed.text} /></b></dd></div>
    </dl>
  );
}

function Confirmation({ code, slip }: { code: string; slip: string | undefined }) {
  if (!slip) return null;
  return (
    <>
      {'. '}
      <a href={`/api/tracking/${encodeURIComponent(code)}/slips/${slip}`} target="_blank"
        rel="noopener">{t('pay.confirmation')}</a>
    </>
  );
}

function Came({ code, account }: { code: string; account: Account }) {
  if (account.payments.length + account.refunds.length === 0) return null;
  return (
    <ul>
      {account.payments.map((one) => (
        <li key={one.number}>
          {t('pay.came', { amount: say(one.amount.text), moment: showMoment(one.at),
            number: one.number })}
          <Confirmation code={code} slip={one.confirmation} />
        </li>
      ))}
      {account.refunds.map((one) => (
        <li key={one.at}>
          {t(one.state === 'done' ? 'pay.went-back' : 'pay.goes-back',
            { amount: say(one.amount.text), moment: showMoment(one.at) })}
          <Confirmation code={code} slip={one.confirmation} />
        </li>
      ))}
    </ul>
  );
}

function PayButton({ code, waiting }: { code: string; waiting: boolean }) {
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const pay = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const order = await ask(api.POST('/api/tracking/{code}/payment',
        { params: { path: { code } } }));
      location.assign(order.url);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <p class="no-print">
        <button type="button" class="button" aria-disabled={busy} onClick={() => void pay()}>
          {t(waiting ? 'pay.again' : 'pay.button')}<Icon name="arrow" />
        </button>
      </p>
      <p class="muted">{t('pay.other')}</p>
    </>
  );
}

export function PaymentCard({ dossier, account }: { dossier: Dossier; account: Account }) {
  return (
    <section class="card pad stack" aria-labelledby="payment">
      <h2 id="payment">{t('pay')}: {t(`pay.state.${account.state}`)}</h2>
      <div aria-live="polite">
        {account.state === 'waiting' && <p>{t('pay.waiting')}</p>}
      </div>
      <Reckoning account={account} />
      <Came code={dossier.code} account={account} />
      {account.owed.amount > 0 && (
        <PayButton code={dossier.code} waiting={account.state === 'waiting'} />
      )}
    </section>
  );
}
