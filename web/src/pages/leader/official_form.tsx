// Form II.06a with its 13 columns, the two identities as the server checked them, and the memo
// lines for what the form does not show.
import { say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { showNumber } from '../../display/numbers';
import { t, type LeaderKey } from '../../text/leader';
import { columnName, type Figures, type OfficialRow } from './figures_query';
import { CellLink } from './rates';

const COLUMNS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
const TOTALS = new Set([3, 7, 11]);
const FIRST_OF_GROUP = new Set([3, 7, 11]);

function Heads() {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>{t('col_1')}</th>
        <th scope="col" rowSpan={2} class="official-name">{t('col_2')}</th>
        <th scope="colgroup" colSpan={4} class="group">{t('group_received')}</th>
        <th scope="colgroup" colSpan={4} class="group">{t('group_settled')}</th>
        <th scope="colgroup" colSpan={3} class="group">{t('group_open')}</th>
      </tr>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col" class={FIRST_OF_GROUP.has(column) ? 'group' : undefined}>
            {t(`col_${column}` as LeaderKey)}
          </th>
        ))}
      </tr>
      <tr class="numbers" aria-hidden="true">
        {[1, 2, ...COLUMNS].map((column) => (
          <td key={column} class={FIRST_OF_GROUP.has(column) ? 'group' : undefined}>
            ({column})
          </td>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ row, period }: { row: OfficialRow; period: string }) {
  return (
    <>
      {COLUMNS.map((column) => {
        const found = row.columns.find((one) => one.column === column);
        const classes = [TOTALS.has(column) && 'sum', FIRST_OF_GROUP.has(column) && 'group',
          (column === 10 || column === 13) && (found?.count ?? 0) > 0 && 'late-count'];
        return (
          <td key={column} class={classes.filter(Boolean).join(' ') || undefined}>
            {found ? (
              <CellLink period={period} cell={found.cell} count={found.count}
                label={`${columnName(column)}, ${say(row.name)}`} />
            ) : '–'}
          </td>
        );
      })}
    </>
  );
}

function Identities({ figures }: { figures: Figures }) {
  return (
    <div>
      <h3>{t('official_identities')}</h3>
      <ul class="identities">
        {figures.official.identities.map((identity) => (
          <li key={identity.text.vi}>
            <Badge kind={identity.holds ? 'done' : 'late'}>
              {t(identity.holds ? 'identity_holds' : 'identity_fails')}
            </Badge>
            <span>
              {say(identity.text)}
              {identity.left !== undefined && identity.right !== undefined && (
                <b>: {showNumber(identity.left)} {identity.holds ? '=' : '≠'}{' '}
                  {showNumber(identity.right)}</b>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Memo({ figures }: { figures: Figures }) {
  return (
    <div>
      <h3>{t('official_memo')}</h3>
      <p class="muted">{t('official_memo_lead')}</p>
      <dl class="memo">
        {figures.official.memo.map((line) => (
          <div key={line.cell}>
            <dt>{say(line.label)}{line.note && <small>{say(line.note)}</small>}</dt>
            <dd>
              <CellLink period={figures.period.id} cell={line.cell} count={line.count}
                label={say(line.label)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function OfficialCard({ figures }: { figures: Figures }) {
  const { official, period } = figures;
  return (
    <section class="card pad stack" aria-labelledby="official-title">
      <h2 id="official-title">{t('official_title')}</h2>
      <p class="muted">{t('official_lead')} {say(period.label)}.</p>
      <div class="scroll-sideways" role="group" aria-label={t('official_scroll')} tabIndex={0}>
        <table class="official">
          <caption class="unseen">{t('official_title')}, {say(period.label)}</caption>
          <Heads />
          <tbody>
            {official.rows.map((row, index) => (
              <tr key={row.key ?? index}>
                <td>{index + 1}</td>
                <th scope="row" class="official-name">{say(row.name)}</th>
                <Cells row={row} period={period.id} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row" class="official-name">{say(official.total.name)}</th>
              <Cells row={official.total} period={period.id} />
            </tr>
          </tfoot>
        </table>
      </div>
      <div class="official-below">
        <Identities figures={figures} />
        <Memo figures={figures} />
      </div>
    </section>
  );
}
