// A work list: my work, my unit's work, or every dossier. Counters filter, the nearest deadline
// comes first, changes by others come in quietly: they never move the focus or the reader's place.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { href, say } from '../../app/language';
import { office } from '../../app/office';
import type { PageProps } from '../../app/router';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { showNumber } from '../../display/numbers';
import { showMoment, showTime, startSentence } from '../../display/moments';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/officer';
import { listDossiers, listProcedures } from './desk';
import { waitingCount } from './frame';
import { choose, isFiltered, queryOf, readChoice, type Choice, type View } from './list_query';
import { Counters, Filters } from './list_filters';
import { ListTable, Paging } from './list_table';
import { useLive } from './live';
import { Preview } from './preview';
import { hasRole, session, worksOnDossiers } from './session';
import type { DossierList, ProcedureSummary } from './shapes';

const TITLES = { mine: 'list_mine', unit: 'list_unit', all: 'list_all' } as const;
const CALM = 900;

function leadOf(view: View): string {
  if (view === 'all') return t('list_all_lead');
  if (view === 'unit') {
    return t('list_unit_lead', { unit: say(session.value?.officer.unit_name) });
  }
  return startSentence(showMoment(office.value?.now ?? '')) + '.';
}

/** Reloads by itself while nobody reads the table; else only says that there is something new. */
function useQuietReload(reload: () => void) {
  const [stale, setStale] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const refresh = () => { setStale(false); reload(); };
  const latest = useRef(refresh);
  latest.current = refresh;
  useLive(() => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (place.current?.contains(document.activeElement)) setStale(true);
      else latest.current();
    }, CALM);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return { stale, place, refresh };
}

function Empty({ view, choice }: { view: View; choice: Choice }) {
  if (isFiltered(choice)) {
    return (
      <div class="empty">
        <p>{t('empty_filtered')}</p>
        <button type="button" class="button secondary compact"
          onClick={() => choose(view, readChoice(new URLSearchParams(), view))}>
          {t('empty_clear')}
        </button>
      </div>
    );
  }
  return (
    <div class="empty">
      <Icon name="done" />
      <p>{t(view === 'mine' ? 'empty_mine' : view === 'unit' ? 'empty_unit' : 'empty_all')}</p>
      {view === 'mine' && (
        <a class="button secondary compact" href={href('/can-bo/don-vi/')}>
          {t('empty_mine_next')}
        </a>
      )}
    </div>
  );
}

function countWords(list: DossierList, choice: Choice): string {
  const count = showNumber(list.total);
  if (isFiltered(choice)) return t('count_filtered', { count });
  return t(choice.sort === 'due' ? 'count_all' : 'count_sorted', { count });
}

interface BodyProps { view: View; choice: Choice; list: DossierList; current?: string;
  procedures: ProcedureSummary[]; onOpen: (code: string, from: HTMLElement) => void }

function Body({ view, choice, list, current, procedures, onOpen }: BodyProps) {
  return (
    <>
      {view !== 'all' && <Counters view={view} choice={choice} counts={list.counts} />}
      <Filters view={view} choice={choice} procedures={procedures} />
      <p class="muted count" role="status">{countWords(list, choice)}</p>
      {list.items.length === 0 ? <Empty view={view} choice={choice} /> : (
        <ListTable view={view} choice={choice} items={list.items} current={current}
          onOpen={onOpen} />
      )}
      <Paging view={view} choice={choice} list={list} />
    </>
  );
}

export function ListPage({ view, query }: { view: View; query: URLSearchParams }) {
  const choice = useMemo(() => readChoice(query, view), [query.toString(), view]);
  const key = JSON.stringify(queryOf(view, choice));
  const jumps = clockJumps.value;
  const loaded = useLoaded(() => listDossiers(queryOf(view, choice)), [key, jumps]);
  const procedures = useLoaded(listProcedures, []);
  const { stale, place, refresh } = useQuietReload(loaded.reload);
  const [current, setCurrent] = useState<string>();
  const opener = useRef<HTMLElement | null>(null);
  const asOf = useRef('');
  const list = loaded.value;
  useEffect(() => {
    if (!list) return;
    asOf.current = office.value?.now ?? '';
    if (view === 'mine' && !isFiltered(choice)) waitingCount.value = list.total;
  }, [list]);
  if (!list && loaded.problem) {
    return <main id="main" class="list">
      <ProblemView problem={loaded.problem} onAgain={loaded.reload} home="/can-bo/" />
    </main>;
  }
  const close = () => { setCurrent(undefined); opener.current?.focus(); };
  const open = (code: string, from: HTMLElement) => { opener.current = from; setCurrent(code); };
  const first = list?.items[0];
  return (
    <div class={current ? 'work with-pane' : 'work'}
      onKeyDown={(event) => { if (event.key === 'Escape' && current) close(); }}>
      <main id="main" class="list" aria-busy={loaded.loading}>
        <div class="list-head">
          <div>
            <PageHead title={t(TITLES[view])} document_title={t(TITLES[view])} />
            <p class="muted">{leadOf(view)}</p>
          </div>
          {view !== 'all' && first && choice.sort === 'due' && (
            <a class="button sun compact" href={href(`/can-bo/ho-so/${first.code}/`)}>
              <Icon name="arrow" />{t('urgent_first')}
            </a>
          )}
        </div>
        {loaded.problem && (
          <div class="gap-top">
            <p class="muted">{t('list_kept', { time: showTime(asOf.current) })}</p>
            <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
          </div>
        )}
        {stale && (
          <div class="gap-top">
            <Notice kind="info" live>
              <p>{t('list_changed')}{' '}
                <button type="button" class="link-button" onClick={refresh}>
                  {t('list_refresh')}
                </button></p>
            </Notice>
          </div>
        )}
        <div ref={place}>
          {list ? <Body view={view} choice={choice} list={list} current={current}
            procedures={procedures.value ?? []} onOpen={open} /> : <Loading />}
        </div>
      </main>
      {current && <Preview key={current} code={current} onClose={close} />}
    </div>
  );
}

/** Whoever only designs has no list of work: he begins at the designers' desk. */
export function MyWork({ query }: PageProps) {
  const designs = !worksOnDossiers() && hasRole('designer');
  useEffect(() => { if (designs) location.replace(href('/thiet-ke/')); }, [designs]);
  return designs ? <main id="main" class="list"><Loading /></main>
    : <ListPage view="mine" query={query} />;
}
export const UnitWork = ({ query }: PageProps) => <ListPage view="unit" query={query} />;
export const AllDossiers = ({ query }: PageProps) => <ListPage view="all" query={query} />;
