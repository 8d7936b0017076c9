// How this office keeps its promises: the rate with its numerator and denominator, what the rest
// are, and how the figure is made. Shown as the server says it, never recomputed.
import type { Schemas } from '../../../api/client';
import { href } from '../../../app/language';
import { showNumber, showPercent } from '../../../display/numbers';
import { Say } from '../../../components/say/say';
import { t } from '../../../text/citizen';

type Rate = Schemas['Rate'];

export function KeptCard({ rate }: { rate: Rate }) {
  return (
    <section class="card pad stack kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{t('kept.title')}</h2>
      <p class="muted small">{t('kept.period')} <Say of={rate.label} /></p>
      {rate.percent === null ? <p>{t('kept.none')}</p> : (
        <dl class="kept-figures">
          <div class="kept-main">
            <dt>{t('kept.numerator')}</dt><dd>{showPercent(rate.percent)}</dd>
          </div>
          <div>
            <dt>{t('kept.of')}</dt>
            <dd>{showNumber(rate.numerator)} / {showNumber(rate.denominator)}</dd>
          </div>
        </dl>
      )}
      {rate.rest && rate.rest.length > 0 && (
        <div>
          <h3>{t('kept.rest')}</h3>
          <ul class="kept-rest">
            {rate.rest.map((one) => (
              <li key={one.cell}><b>{showNumber(one.count)}</b> <Say of={one.label} /></li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{t('kept.how')}</summary>
        <p><Say of={rate.definition} /> <Say of={rate.rounding} /></p>
      </details>
      <p><a class="strong" href={href('/so-lieu/')}>{t('kept.more')}</a></p>
    </section>
  );
}
