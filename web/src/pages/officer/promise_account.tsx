// Why the date is that date: every promise given, every stop of the clock, and each day counted
// or skipped with its reason. All of it comes from the server; nothing is computed here.
import { Card } from './facts';
import type { PromiseAccount } from './shapes';
import { say } from '../../app/language';
import { PromiseReason } from '../../components/promise_days/promise_days';
import { showMoment } from '../../display/moments';
import { t, type OfficerKey } from '../../text/officer';

function History({ promise }: { promise: PromiseAccount }) {
  return (
    <ol class="history">
      {promise.history.map((entry, index) => (
        <li key={index}>
          <b>{entry.due ? showMoment(entry.due) : t('no_promise')}</b>
          <span>{t(`kind_${entry.kind}` as OfficerKey)}. {say(entry.reason)}</span>
          <span class="muted">
            {[t('promise_given', { at: showMoment(entry.given_at) }), entry.author,
              entry.document && t('document_no', { number: entry.document })]
              .filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Stops({ promise }: { promise: PromiseAccount }) {
  if (promise.stops.length === 0) return <p class="muted">{t('promise_no_stops')}</p>;
  return (
    <ol class="history">
      {promise.stops.map((stop, index) => (
        <li key={index}>
          <b>
            {t('stop_from', { from: showMoment(stop.from) })}{' '}
            {stop.to ? t('stop_to', { to: showMoment(stop.to) }) : t('stop_open')}
          </b>
          <span>{say(stop.reason)} ({t(`policy_${stop.policy}`)})</span>
          {stop.document && (
            <span class="muted">{t('document_no', { number: stop.document })}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

export function PromiseCard({ promise }: { promise: PromiseAccount }) {
  return (
    <Card id="promise" title={t('promise_title')}>
      {promise.term && <p><b>{t('promise_term')}:</b> {say(promise.term)}</p>}
      <h3>{t('promise_history')}</h3>
      <History promise={promise} />
      <h3>{t('promise_stops')}</h3>
      <Stops promise={promise} />
      <PromiseReason days={promise.days} />
    </Card>
  );
}
