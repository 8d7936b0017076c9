// The figures by procedure; on a narrow screen each line is a card.
import { say } from '../../../app/language';
import type { Schemas } from '../../../api/client';
import { showNumber, showPercent } from '../../../display/numbers';
import { t } from '../../../text/open_figures';

type OpenFigures = Schemas['OpenFigures'];
type Line = Schemas['OpenLine'];

const COUNTS = ['received', 'settled', 'settled_late', 'open', 'open_overdue'] as const;
const LATE = new Set<string>(['settled_late', 'open_overdue']);

function Fraction({ rate }: { rate: Line['rates'][number] }) {
  return (
    <>
      {rate.percent && <b class="nowrap">{showPercent(rate.percent)}</b>}{' '}
      <span class="nowrap">({showNumber(rate.numerator)}/{showNumber(rate.denominator)})</span>
    </>
  );
}

function Row({ line, labels }: { line: Line; labels: string[] }) {
  return (
    <tr>
      <th scope="row">{say(line.name)}</th>
      {COUNTS.map((field) => {
        const count = line.counts[field] ?? 0;
        return (
          <td key={field} data-label={t(`count.${field}`)}
            class={LATE.has(field) && count > 0 ? 'late' : undefined}>{showNumber(count)}</td>
        );
      })}
      {line.rates.map((rate, index) => (
        <td key={labels[index]} data-label={labels[index]}><Fraction rate={rate} /></td>
      ))}
    </tr>
  );
}

export function LinesTable({ figures }: { figures: OpenFigures }) {
  const labels = figures.rates?.map((one) => say(one.label)) ?? [];
  return (
    <section class="card pad stack" aria-labelledby="open-lines">
      <h2 id="open-lines">{t('lines')}</h2>
      <p class="muted">{t('lines.lead')}</p>
      <table class="open-lines">
        <caption class="unseen">{t('lines')}, {say(figures.period.label)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lines.procedure')}</th>
            {COUNTS.map((field) => <th key={field} scope="col">{t(`count.${field}`)}</th>)}
            {labels.map((label) => <th key={label} scope="col">{label}</th>)}
          </tr>
        </thead>
        <tbody>
          {figures.lines.map((line) => <Row key={line.key} line={line} labels={labels} />)}
        </tbody>
        {figures.total && <tfoot><Row line={figures.total} labels={labels} /></tfoot>}
      </table>
    </section>
  );
}
