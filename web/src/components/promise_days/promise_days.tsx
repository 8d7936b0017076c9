// The reckoning of a promise day by day: which days counted, which did not and why.
import type { Schemas } from '../../api/client';
import { readMoment, showDate, showShortMoment } from '../../display/moments';
import { t } from '../../text/promise';
import { Icon } from '../icon/icon';
import { Say } from '../say/say';
import { runsOf, type Run } from './runs';
import './promise_days.css';

type Day = Schemas['Day'];

function Row({ run }: { run: Run }) {
  const day = run.first;
  const until = run.last === day ? '' : ` – ${showShortMoment(run.last.date)}`;
  return (
    <tr class={day.counted ? 'counted' : 'skipped'}>
      <td class={until ? '' : 'nowrap'}>{showShortMoment(day.date)}{until}</td>
      <td class="promise-day-mark">
        {day.counted
          ? <><Icon name="check" /><span class="unseen">{t('days.counted')} </span>{day.ordinal}</>
          : <><span aria-hidden="true">–</span><span class="unseen">{t('days.skipped')}</span></>}
      </td>
      <td><Say of={day.text} /></td>
    </tr>
  );
}

/** The table alone. */
export function PromiseDays({ days }: { days: Day[] }) {
  return (
    <table class="promise-days">
      <caption class="unseen">{t('days.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('days.date')}</th>
          <th scope="col">{t('days.number')}</th>
          <th scope="col">{t('days.reason')}</th>
        </tr>
      </thead>
      <tbody>{runsOf(days).map((run) => <Row key={run.first.date} run={run} />)}</tbody>
    </table>
  );
}

/** The table folded under its question; always open on paper. */
export function PromiseReason({ days, open }: { days: Day[]; open?: boolean }) {
  if (!days.length) return null;
  const first = days[0];
  const last = days.at(-1);
  const between = first && last && readMoment(first.date) && readMoment(last.date);
  return (
    <details class="promise-reason" open={open}>
      <summary>{t('days.why')}</summary>
      {between && (
        <p class="muted small">
          {t('days.between', { from: showDate(first.date), to: showDate(last.date) })}
        </p>
      )}
      <PromiseDays days={days} />
    </details>
  );
}
