// Statistics of delegations; every number opens the delegations it counts.
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { office } from '../../../app/office';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../../components/problem_view/problem_view';
import { showNumber } from '../../../display/numbers';
import { t } from '../../../text/travel';
import {
  entriesBehind, exportPath, readTravelFigures, TRAVEL, type FiguresQuery, type TravelGroup,
} from './travel_desk';
import { TravelPages, TravelPlaces } from './travel_places';
import { TravelRows } from './travel_rows';

const BYS = ['unit', 'person', 'purpose', 'funding', 'country'] as const;
const KINDS = ['out', 'in'] as const;
type Cut = Required<FiguresQuery>;

function cutOf(query: URLSearchParams): Cut {
  const now = office.value?.now ?? '';
  return {
    period: query.get('ky') ?? now.slice(0, 4),
    by: BYS.find((one) => one === query.get('theo')) ?? 'unit',
    kind: KINDS.find((one) => one === query.get('doan')) ?? 'out',
  };
}

function figuresPath(cut: Cut, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ky: cut.period, theo: cut.by, doan: cut.kind, ...more });
  return href(`${TRAVEL}thong-ke/?${query.toString()}`);
}

function Group({ group, cut, whole }: { group: TravelGroup; cut: Cut; whole?: boolean }) {
  const open = (count: number, late = false) => (count === 0 ? <>0</> : (
    <a href={figuresPath(cut, { nhom: group.id, ...(late ? { tre: '1' } : {}) })}>
      {showNumber(count)}</a>
  ));
  return (
    <tr class={whole ? 'strong' : undefined}>
      <th scope="row">{say(group.name)}</th>
      <td>{open(group.delegations)}</td>
      <td>{open(group.trips)}</td>
      <td>{open(group.days)}</td>
      <td>{open(group.late, true)}</td>
    </tr>
  );
}

function Chooser({ cut, periods }:
  { cut: Cut; periods: { id: string; label: { vi: string; en: string } }[] }) {
  const known = periods.some((one) => one.id === cut.period);
  return (
    <div class="travel-search no-print">
      <label>{t('period')}
        <select class="input" value={cut.period}
          onChange={(event) => go(figuresPath({ ...cut, period: event.currentTarget.value }))}>
          {!known && <option value={cut.period}>{cut.period}</option>}
          {periods.map((one) => <option key={one.id} value={one.id}>{say(one.label)}</option>)}
        </select>
      </label>
      <nav class="travel-views" aria-label={t('by')}>
        {BYS.map((by) => (
          <a key={by} href={figuresPath({ ...cut, by })}
            aria-current={by === cut.by ? 'page' : undefined}>{t(`by.${by}`)}</a>
        ))}
      </nav>
      <nav class="travel-views" aria-label={t('kind')}>
        {KINDS.map((kind) => (
          <a key={kind} href={figuresPath({ ...cut, kind })}
            aria-current={kind === cut.kind ? 'page' : undefined}>{t(`kind.${kind}`)}</a>
        ))}
      </nav>
    </div>
  );
}

function Behind({ cut, group, late, page }:
  { cut: Cut; group: string; late: boolean; page: number }) {
  const loaded = useLoaded(
    () => entriesBehind({ ...cut, group, late: late ? 'true' : 'false', page }),
    [cut.period, cut.by, cut.kind, group, late, page]);
  const list = loaded.value;
  const more = (next: number) => ({ nhom: group, trang: String(next),
    ...(late ? { tre: '1' } : {}) });
  return (
    <section aria-labelledby="behind-title" class="travel-below">
      <h2 id="behind-title">{t(late ? 'behind.late' : 'behind')}</h2>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {list && (
        <>
          <p class="muted">{t('count', { count: list.total })}</p>
          {list.items.length > 0 && <TravelRows items={list.items} caption={t('behind')} />}
          <TravelPages list={list} addressOf={(next) => figuresPath(cut, more(next))} />
        </>
      )}
    </section>
  );
}

export function TravelFiguresPage({ query }: PageProps) {
  const cut = cutOf(query);
  const group = query.get('nhom') ?? '';
  const loaded = useLoaded(() => readTravelFigures(cut),
    [cut.period, cut.by, cut.kind, clockJumps.value]);
  const figures = loaded.value;
  if (!figures && loaded.problem) {
    return (
      <main id="main" class="list">
        <ProblemView problem={loaded.problem} onAgain={loaded.reload} home={TRAVEL} />
      </main>
    );
  }
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      <PageHead title={t('title.figures')} document_title={t('title.figures')} />
      <p class="muted">{t('lead.figures')}</p>
      <TravelPlaces />
      {!figures && <Loading />}
      {figures && (
        <>
          <Chooser cut={cut} periods={figures.periods} />
          <h2 class="travel-below">{say(figures.period.label)}</h2>
          <p class="row no-print">
            {(['xlsx', 'pdf', 'csv'] as const).map((format) => (
              <a key={format} class="button secondary compact" download
                href={exportPath(cut.period, format)}>
                <Icon name="file" />{t('export', { format: format.toUpperCase() })}
              </a>
            ))}
          </p>
          {figures.groups.length === 0
            ? <div class="empty"><Icon name="done" /><p>{t('figures.empty')}</p></div>
            : (
              <div class="travel-scroll" tabIndex={0} role="group" aria-label={t('title.figures')}>
                <table class="plain-table travel-figures">
                  <caption class="unseen">{say(figures.by.name)}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{say(figures.by.name)}</th>
                      <th scope="col">{t('col.delegations')}</th>
                      <th scope="col">{t('col.persons')}</th>
                      <th scope="col">{t('col.person-days')}</th>
                      <th scope="col">{t('col.late')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {figures.groups.map((one) => <Group key={one.id} group={one} cut={cut} />)}
                    <Group group={figures.whole} cut={cut} whole />
                  </tbody>
                </table>
              </div>
            )}
          {group && (
            <Behind cut={cut} group={group} late={query.get('tre') === '1'}
              page={Math.max(1, Number(query.get('trang')) || 1)} />
          )}
        </>
      )}
    </main>
  );
}
