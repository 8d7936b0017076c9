// Where a leader would rather look: kept promises by month, age of open dossiers, where the time
// is spent. Each picture has its values as a table.
import { say } from '../../app/language';
import { BarChart, type BarRow } from '../../components/chart/bar_chart';
import { LineChart } from '../../components/chart/line_chart';
import { showNumber, showPercent } from '../../display/numbers';
import { t } from '../../text/leader';
import type { Figures } from './figures_query';
import { CellLink } from './rates';

type Month = Figures['charts']['on_time_by_month'][number];

const TARGET = 95;

/** "03/17": short enough for an axis. */
function monthLabel(month: string): string {
  return `${month.slice(5, 7)}/${month.slice(2, 4)}`;
}

function textOf(month: Month): string {
  return month.percent ? showPercent(month.percent) : '–';
}

function valueOf(month: Month): number | null {
  return month.percent ? Number(month.percent.replace(',', '.')) : null;
}

function trendLabel(months: Month[]): string {
  const known = months.filter((month) => month.percent);
  const first = known[0];
  const last = known[known.length - 1];
  if (!first || !last) return t('trend_none');
  const low = known.reduce((least, month) => (
    (valueOf(month) ?? 0) < (valueOf(least) ?? 0) ? month : least));
  return t('trend_label', {
    first: monthLabel(first.month), first_value: textOf(first), last: monthLabel(last.month),
    last_value: textOf(last), low: `${textOf(low)} (${monthLabel(low.month)})`,
  });
}

export function TrendCard({ months }: { months: Month[] }) {
  const known = months.some((month) => month.percent);
  return (
    <section class="card pad stack" aria-labelledby="trend-title">
      <h2 id="trend-title">{t('trend_title')}</h2>
      {known ? (
        <LineChart label={trendLabel(months)} ceiling={100} unit="%"
          target={{ value: TARGET, text: t('trend_target') }}
          points={months.map((month) => ({
            label: monthLabel(month.month), value: valueOf(month), text: textOf(month),
          }))}
          table={{
            summary: t('trend_table'), caption: t('trend_title'),
            heads: [t('trend_month'), t('trend_due'), t('trend_kept'), t('trend_percent')],
            rows: months.map((month) => [
              monthLabel(month.month), showNumber(month.due), showNumber(month.kept),
              textOf(month),
            ]),
          }} />
      ) : <p class="muted">{t('trend_none')}</p>}
    </section>
  );
}

export function AgeCard({ figures }: { figures: Figures }) {
  const ages = figures.charts.open_by_age;
  const total = ages.reduce((sum, age) => sum + age.count, 0);
  return (
    <section class="card pad stack" aria-labelledby="age-title">
      <h2 id="age-title">{t('age_title')}</h2>
      {total === 0 ? <p class="muted">{t('age_none')}</p> : (
        <BarChart caption={t('age_title')} heads={[t('age_label'), t('age_count')]}
          bar_head={t('bar_head')}
          rows={ages.map((age): BarRow => ({
            key: age.label.vi, head: say(age.label),
            parts: [{ value: age.count, tone: 'plain', label: showNumber(age.count) }],
            cells: [<CellLink key="cell" period={figures.period.id} cell={age.cell}
              count={age.count} label={say(age.label)} />],
          }))} />
      )}
    </section>
  );
}

export function HeldCard({ figures }: { figures: Figures }) {
  const { held, period } = figures;
  const anyOutside = held.some((one) => one.outside);
  return (
    <section class="card pad stack" aria-labelledby="held-title">
      <h2 id="held-title">{t('held_title')}</h2>
      <p class="muted">{t('held_lead')}</p>
      {held.length === 0 ? <p class="muted">{t('held_none')}</p> : (
        <BarChart caption={t('held_title')} bar_head={t('spent_title')}
          legend={anyOutside ? [{ tone: 'plain', label: t('held_inside') },
            { tone: 'pale', label: t('held_outside') }] : undefined}
          heads={[t('held_unit'), t('held_time'), t('held_dossiers'), t('held_over'),
            t('held_late')]}
          rows={held.map((one): BarRow => ({
            key: one.unit,
            head: one.outside
              ? <>{say(one.name)} <span class="muted">({t('held_outside')})</span></>
              : say(one.name),
            parts: [{ value: one.working_minutes, tone: one.outside ? 'pale' : 'plain',
              label: say(one.text) }],
            cells: [say(one.text),
              <CellLink key="cell" period={period.id} cell={one.cell} count={one.dossiers}
                label={say(one.name)} />,
              one.over_share === undefined ? '–' : (
                <CellLink key="over" period={period.id} cell={one.over_share_cell}
                  count={one.over_share} label={`${t('held_over')}, ${say(one.name)}`} />
              ),
              <span key="late" class={one.late > 0 ? 'late-count' : undefined}>
                <CellLink period={period.id} cell={one.late_cell} count={one.late}
                  label={`${t('held_late')}, ${say(one.name)}`} />
              </span>],
          }))} />
      )}
    </section>
  );
}
