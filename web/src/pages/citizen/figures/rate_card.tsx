// One rate: percent, both numbers, what it means, and what the others are.
import { say } from '../../../app/language';
import type { Schemas } from '../../../api/client';
import { showNumber, showPercent } from '../../../display/numbers';
import { t } from '../../../text/open_figures';

type Rate = Schemas['OpenRate'];
type Words = NonNullable<Schemas['OpenFigures']['rates']>[number];

function Parts({ title, parts }: { title: string; parts: Rate['rest'] }) {
  if (parts.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul class="open-parts">
        {parts.map((one) => (
          <li key={one.label.vi}><b>{showNumber(one.count)}</b><span>{say(one.label)}</span></li>
        ))}
      </ul>
    </div>
  );
}

export function RateCard({ words, rate }: { words: Words; rate: Rate }) {
  return (
    <li class="card open-rate">
      <h3>{say(words.label)}</h3>
      <p class="open-percent">
        {rate.percent ? showPercent(rate.percent) : <small>{t('rate.none')}</small>}
      </p>
      <p class="strong">
        {showNumber(rate.numerator)} / {showNumber(rate.denominator)} {t('rate.dossiers')}
      </p>
      <Parts title={t('rate.rescued')} parts={rate.rescued} />
      <Parts title={t('rate.rest')} parts={rate.rest} />
      <Parts title={t('rate.left-out')} parts={rate.left_out} />
      <details>
        <summary>{t('rate.how')}</summary>
        <p>{say(words.definition)} {say(words.rounding)}</p>
      </details>
    </li>
  );
}
