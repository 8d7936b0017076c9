// What was promised, procedure by procedure: the legal term, the term after every later date, the
// legal term of before, and how often an apology put the date off.
import { say } from '../../app/language';
import { showDecimal } from '../../display/numbers';
import { t } from '../../text/leader';
import type { Figures } from './figures_query';
import { CellLink } from './rates';

type Row = Figures['terms']['rows'][number];

function Days({ head, days }: { head: string; days: string | null }) {
  return <td data-label={head} class="number">{days === null ? '–' : showDecimal(days)}</td>;
}

function TermRow({ row, period }: { row: Row; period: string }) {
  const name = say(row.name);
  const put_off = row.first_days !== row.last_days;
  return (
    <tr class={put_off ? 'put-off' : undefined}>
      <th scope="row">{name}</th>
      <td data-label={t('terms_promised')} class="number">
        <CellLink period={period} cell={row.promised_cell} count={row.promised}
          label={`${t('terms_promised')}, ${name}`} />
      </td>
      <Days head={t('terms_first')} days={row.first_days} />
      <Days head={t('terms_last')} days={row.last_days} />
      <Days head={t('terms_before')} days={row.first_days_before} />
      <td data-label={t('terms_longer')} class="number">
        <CellLink period={period} cell={row.longer_cell} count={row.longer}
          label={`${t('terms_longer')}, ${name}`} />
      </td>
      <td data-label={t('terms_longest')} class="number">{row.longest_delay}</td>
    </tr>
  );
}

const HEADS = ['terms_promised', 'terms_first', 'terms_last', 'terms_before', 'terms_longer',
  'terms_longest'] as const;

export function TermsCard({ figures }: { figures: Figures }) {
  const { terms, period } = figures;
  return (
    <section class="card pad stack" aria-labelledby="terms-title">
      <h2 id="terms-title">{say(terms.title)}</h2>
      <p class="muted">{say(terms.definition)}</p>
      {terms.rows.length === 0 ? <p class="muted">{t('terms_none')}</p> : (
        <table class="behind terms">
          <caption class="unseen">{say(terms.title)}, {say(period.label)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('col_procedure')}</th>
              {HEADS.map((head) => <th key={head} scope="col" class="number">{t(head)}</th>)}
            </tr>
          </thead>
          <tbody>
            {terms.rows.map((row) => (
              <TermRow key={row.procedure} row={row} period={period.id} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
