// The promise: the first one, the one now, every change with its reason and document, how much of
// the term is used, when the clock stood still, and the reckoning day by day.
import type { Schemas } from '../../../api/client';
import { say } from '../../../app/language';
import { ClockBar } from '../../../components/clock_bar/clock_bar';
import { LaterPromiseReason } from '../../../components/promise_days/promise_reason';
import { PromiseOutcome } from '../../../components/promise_outcome/promise_outcome';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/tracking';

type Promise = Schemas['PromiseAccount'];

function History({ promise }: { promise: Promise }) {
  if (promise.history.length < 2) {
    const same = promise.first !== null && promise.current === promise.first
      && promise.state !== 'stopped';
    return same ? <p class="muted">{t('promise.same')}</p> : null;
  }
  return (
    <div>
      <h3>{t('promise.history')}</h3>
      <ol class="promise-history">
        {promise.history.map((one) => (
          <li key={one.given_at + one.kind}>
            <p class="strong">
              {t(`promise.kind.${one.kind}`)}:{' '}
              {one.due ? showMoment(one.due) : t('promise.undated')}
            </p>
            <p><Say of={one.reason} /></p>
            <p class="muted small">
              {t('promise.given', { moment: showMoment(one.given_at), author: one.author })}
              {one.document && ` · ${t('promise.document', { document: one.document })}`}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Stops({ promise }: { promise: Promise }) {
  if (!promise.stops.length) return null;
  return (
    <div>
      <h3>{t('stops')}</h3>
      <ul class="promise-history">
        {promise.stops.map((stop) => (
          <li key={stop.from}>
            <p class="strong">
              {stop.to
                ? t('stop.closed', { from: showMoment(stop.from), to: showMoment(stop.to) })
                : t('stop.open', { from: showMoment(stop.from) })}
            </p>
            <p>
              <Say of={stop.reason} />
              {stop.document && ` · ${t('promise.document', { document: stop.document })}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function PromiseCard({ promise }: { promise: Promise }) {
  const changed = promise.current !== promise.first;
  return (
    <section class="card pad stack promise-card" aria-labelledby="promise">
      <h2 id="promise">{t('promise')}</h2>
      {promise.first === null ? <p>{t('promise.none')}</p> : (
        <dl class="promise-dates">
          <div>
            <dt>{t('promise.first')}</dt>
            <dd class={changed && promise.current ? 'promise-old' : ''}>
              {showMoment(promise.first)}
            </dd>
          </div>
          {changed && (
            <div>
              <dt>{t('promise.now')}</dt>
              <dd>{promise.current ? showMoment(promise.current) : t('promise.after-stop')}</dd>
            </div>
          )}
        </dl>
      )}
      <PromiseOutcome promise={promise} />
      {promise.state === 'stopped' && promise.current && (
        <p class="strong">{t('promise.paused')}</p>
      )}
      {promise.term && <p>{t('promise.term', { term: say(promise.term) })}</p>}
      <ClockBar promise={promise} />
      <History promise={promise} />
      <Stops promise={promise} />
      <LaterPromiseReason days={promise.days} />
    </section>
  );
}
