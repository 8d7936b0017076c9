// How much of the term is used: solid what the office used, hatched while the clock stands still.
import type { Schemas } from '../../api/client';
import { language, say } from '../../app/language';
import { t } from '../../text/promise';
import './clock_bar.css';

type Promise = Schemas['PromiseAccount'];

const HATCH = 12;

/** "2 ngày làm việc": a count in the unit that the term's own text uses. */
function inUnits(count: number, term: Promise['term']): string {
  const unit = say(term).replace(/^[\d.,\s]+/, '');
  return `${count} ${language === 'en' && count === 1 ? unit.replace(/s$/, '') : unit}`.trim();
}

export function ClockBar({ promise }: { promise: Promise }) {
  const { used = 0, total } = promise;
  if (!total) return null;
  const stopped = promise.state === 'stopped';
  const left = Math.max(0, total - used);
  const share = Math.min(100, (used / total) * (stopped ? 100 - HATCH : 100));
  const words = t('clock.label', { used, total: inUnits(total, promise.term) });
  return (
    <div class="clock-bar">
      <div class="clock-track" role="img"
        aria-label={stopped ? `${words} ${t('clock.stopped')}` : words}>
        <i class={used > total ? 'clock-used late' : 'clock-used'} style={{ width: `${share}%` }} />
        {stopped && <i class="clock-pause" style={{ width: `${HATCH}%` }} />}
      </div>
      <ul class="clock-legend">
        <li><i class="clock-used" />{t('clock.used', { used: inUnits(used, promise.term) })}</li>
        {stopped && <li><i class="clock-pause" />{t('clock.stopped')}</li>}
        {left > 0 && <li><i />{t('clock.left', { left: inUnits(left, promise.term) })}</li>}
      </ul>
    </div>
  );
}
