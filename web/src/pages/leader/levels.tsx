// How far dossiers went through the network, by procedure; measured, and every number opens its
// dossiers.
import { say } from '../../app/language';
import { showPercent } from '../../display/numbers';
import { t } from '../../text/leader';
import type { Figures } from './figures_query';
import { CellLink, RateCard } from './rates';

type Row = Figures['levels']['rows'][number];

function LevelRow({ row, period }: { row: Row; period: string }) {
  const name = say(row.name);
  const cell = (count: number, to: string, head: string) => (
    <td data-label={head} class="number">
      <CellLink period={period} cell={to} count={count} label={`${head}, ${name}`} />
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      {cell(row.handed_over, row.handed_over_cell, t('level_handed_over'))}
      {row.levels.map((one) => cell(one.count, one.cell, t('level_n', { level: one.level })))}
      {cell(row.whole_way, row.whole_way_cell, t('level_whole'))}
      <td data-label={t('level_share')} class="number">
        {row.percent ? showPercent(row.percent) : '–'}
      </td>
    </tr>
  );
}

export function LevelsCard({ figures }: { figures: Figures }) {
  const { levels, period } = figures;
  const heads = [t('level_handed_over'), ...[2, 3, 4].map((level) => t('level_n', { level })),
    t('level_whole'), t('level_share')];
  return (
    <section class="stack" aria-labelledby="levels-title">
      <h2 id="levels-title">{t('level_title')}</h2>
      <ul class="rates"><RateCard period={period.id} rate={levels.rate} /></ul>
      {levels.rows.length > 0 && (
        <div class="card pad">
          <table class="behind terms">
            <caption class="unseen">{t('level_title')}, {say(period.label)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('col_procedure')}</th>
                {heads.map((head) => <th key={head} scope="col" class="number">{head}</th>)}
              </tr>
            </thead>
            <tbody>
              {levels.rows.map((row) => (
                <LevelRow key={row.procedure} row={row} period={period.id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
