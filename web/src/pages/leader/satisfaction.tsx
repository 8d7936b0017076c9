// What applicants said: never a rate without how many answered and how sure one may be of it.
import { say } from '../../app/language';
import { showPercent } from '../../display/numbers';
import { t } from '../../text/leader';
import type { Figures } from './figures_query';
import { CellLink } from './rates';

type Satisfaction = Figures['satisfaction'];
type Group = Satisfaction['all'];
type Share = NonNullable<Group['satisfied']>;

function Sure({ share }: { share?: Share }) {
  if (!share) return <span class="muted">{t('rated_too_few')}</span>;
  return (
    <>
      {showPercent(share.percent)}{' '}
      <small>{t('rated_interval', { from: showPercent(share.from), to: showPercent(share.to) })}
      </small>
    </>
  );
}

function GroupRow({ name, group, period }: { name: string; group: Group; period: string }) {
  const cell = (count: number, to: string, head: string) => (
    <td data-label={head} class="number">
      <CellLink period={period} cell={to} count={count} label={`${head}, ${name}`} />
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      {cell(group.finished, group.finished_cell, t('rated_finished'))}
      {cell(group.rated, group.rated_cell, t('rated'))}
      <td data-label={t('rated_response')} class="number">
        {group.response ? showPercent(group.response) : '–'}
      </td>
      <td data-label={t('rated_satisfied')} class="number"><Sure share={group.satisfied} /></td>
    </tr>
  );
}

function Indicators({ of }: { of: Satisfaction }) {
  return (
    <details>
      <summary>{t('rated_indicators')}</summary>
      <table class="behind terms">
        <caption class="unseen">{t('rated_indicators')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rated_indicator')}</th>
            <th scope="col" class="number">{t('rated')}</th>
            <th scope="col" class="number">{t('rated_best')}</th>
          </tr>
        </thead>
        <tbody>
          {of.indicators.map((one) => (
            <tr key={one.indicator}>
              <th scope="row">{say(one.label)}</th>
              <td data-label={t('rated')} class="number">{one.answers ?? '–'}</td>
              <td data-label={t('rated_best')} class="number"><Sure share={one.best} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function SatisfactionCard({ figures }: { figures: Figures }) {
  const { satisfaction, period } = figures;
  const heads = ['rated_finished', 'rated', 'rated_response', 'rated_satisfied'] as const;
  return (
    <section class="card pad stack" aria-labelledby="rated-title">
      <h2 id="rated-title">{t('rated_title')}</h2>
      <p class="muted">{say(satisfaction.definition)}</p>
      <table class="behind terms">
        <caption class="unseen">{t('rated_title')}, {say(period.label)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('col_procedure')}</th>
            {heads.map((head) => <th key={head} scope="col" class="number">{t(head)}</th>)}
          </tr>
        </thead>
        <tbody>
          {satisfaction.rows.map((row) => (
            <GroupRow key={row.procedure} name={say(row.name)} group={row} period={period.id} />
          ))}
          <GroupRow name={t('rated_all')} group={satisfaction.all} period={period.id} />
        </tbody>
      </table>
      {satisfaction.all.satisfied?.cell && (
        <p>
          {t('rated_satisfied')}:{' '}
          <CellLink period={period.id} cell={satisfaction.all.satisfied.cell}
            count={satisfaction.all.satisfied.count} label={t('rated_satisfied')} />
        </p>
      )}
      <Indicators of={satisfaction} />
    </section>
  );
}
