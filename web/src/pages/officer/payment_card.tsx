// The account of a dossier's fees: what it costs and why, every payment, order and refund.
import { useState } from 'preact/hooks';
import { say } from '../../app/language';
import { ProblemError } from '../../api/problem';
import { Badge } from '../../components/badge/badge';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showMoment } from '../../display/moments';
import { t } from '../../text/officer';
import { askGateway } from './desk';
import { slipAddress } from './dossier_record';
import { Card, Facts } from './facts';
import type { Dossier } from './shapes';

type Account = NonNullable<Dossier['payment']>;

function Sums({ account }: { account: Account }) {
  const { charged, paid, refunded, owed, overpaid } = account;
  return (
    <Facts rows={[
      ...account.lines.map((line): [string, string] => [say(line.name), say(line.reckoned)]),
      [t('money_charged'), say(charged.text)],
      [t('money_paid'), say(paid.text)],
      [t('money_refunded'), refunded.amount > 0 ? say(refunded.text) : undefined],
      [t('money_owed'), <b>{say(owed.text)}</b>],
      [t('money_overpaid'), overpaid.amount > 0 ? <b>{say(overpaid.text)}</b> : undefined],
    ]} />
  );
}

function Confirmation({ code, slip }: { code: string; slip: string | undefined }) {
  if (!slip) return null;
  return (
    <>
      {' '}
      <a href={slipAddress(code, slip)} target="_blank" rel="noopener">
        {t('money_confirmation')}
      </a>
    </>
  );
}

function Entries({ code, account }: { code: string; account: Account }) {
  const { payments, orders, refunds } = account;
  if (payments.length + orders.length + refunds.length === 0) return null;
  return (
    <ul class="money-entries">
      {payments.map((one) => (
        <li key={one.number}>
          <b>{say(one.amount.text)}</b> {t(`money_way_${one.way}`)},{' '}
          <span class="code">{one.number}</span>{one.bank && ` (${one.bank})`},{' '}
          {showMoment(one.at)}
          <Confirmation code={code} slip={one.confirmation} />
        </li>
      ))}
      {orders.filter((one) => one.state !== 'paid').map((one) => (
        <li key={one.order} class="muted">
          {t('money_order', { order: one.order })}: {t(`money_order_${one.state}`)},{' '}
          {showMoment(one.at)}
        </li>
      ))}
      {refunds.map((one) => (
        <li key={one.at}>
          {t('money_refund', { amount: say(one.amount.text), payment: one.payment })}:{' '}
          {t(`money_refund_${one.state}`)}. {one.reason} ({one.document})
          <Confirmation code={code} slip={one.confirmation} />
        </li>
      ))}
    </ul>
  );
}

export function PaymentCard({ dossier, onAsked }: { dossier: Dossier; onAsked: () => void }) {
  const [problem, setProblem] = useState<ProblemError>();
  const account = dossier.payment;
  if (!account) return null;
  const unsettled = account.orders.some((one) => one.state === 'open')
    || account.refunds.some((one) => one.state === 'ordered');
  const asking = async () => {
    setProblem(undefined);
    try {
      await askGateway(dossier.code);
      onAsked();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <Card id="payment" title={t('money_title')}>
      <p><Badge kind={account.owed.amount > 0 ? 'soon' : 'done'}>
        {t(`money_state_${account.state}`)}
      </Badge></p>
      <Sums account={account} />
      <Entries code={dossier.code} account={account} />
      {problem && <ProblemNotice problem={problem} />}
      {unsettled && (
        <p class="no-print">
          <button type="button" class="button secondary" onClick={() => void asking()}>
            {t('money_ask')}
          </button>
        </p>
      )}
    </Card>
  );
}
