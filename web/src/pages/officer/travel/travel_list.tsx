// Lists of the book: delegations out and in, reports awaited, passports held; what the office may
// write down by hand; and the limits of the day with their sources.
import { useState } from 'preact/hooks';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/travel';
import { Source } from '../source';
import {
  entryPath, listTravel, TRAVEL, writeDown, type Kind, type TravelOffer, type View,
} from './travel_desk';
import { TravelPages, TravelPlaces } from './travel_places';
import { TravelRows } from './travel_rows';

interface Shape { path: string; kind: Kind; views: View[]; name: 'out' | 'in' | 'reports'
  | 'passports'; opens?: 'guests' | 'passport' }

const SHAPES = {
  out: { path: '', kind: 'out', views: ['all', 'open', 'over-limit'], name: 'out' },
  in: { path: 'vao/', kind: 'in', views: ['all', 'open'], name: 'in', opens: 'guests' },
  reports: { path: 'bao-cao/', kind: 'out', views: ['late', 'awaited'], name: 'reports' },
  passports: { path: 'ho-chieu/', kind: 'passport', views: ['all', 'open', 'late', 'expiring'],
    name: 'passports', opens: 'passport' },
} as const satisfies Record<string, Shape>;

type Limits = Awaited<ReturnType<typeof listTravel>>['limits'];

function LimitsNote({ limits }: { limits: Limits }) {
  return (
    <details class="travel-limits">
      <summary>{t('limits')}</summary>
      <ul class="travel-lines">
        {limits.map((one) => (
          <li key={one.id}>
            <span class="strong">{say(one.name)}:{' '}
              {one.most ?? ((one.groups ?? []).map(say).join('; ') || '–')}</span>
            <span class="muted travel-line"><Source of={one.source} /></span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface SearchProps { shape: Shape; view: View; words: string; year: string }

function Search({ shape, view, words, year }: SearchProps) {
  return (
    <form class="travel-search no-print" role="search" method="get"
      action={href(TRAVEL + shape.path)}>
      <input type="hidden" name="xem" value={view} />
      <label>{t('search')}<input class="input" name="q" defaultValue={words} maxLength={200} />
      </label>
      <label>{t('year')}
        <input class="input travel-year" name="nam" defaultValue={year} inputMode="numeric"
          maxLength={4} pattern="[0-9]{4}" />
      </label>
      <button class="button secondary"><Icon name="search" />{t('search.go')}</button>
    </form>
  );
}

function TravelList({ query, shape }: PageProps & { shape: Shape }) {
  const view = shape.views.find((one) => one === query.get('xem')) ?? shape.views[0] ?? 'all';
  const words = query.get('q') ?? '';
  const year = /^(19|20|21)\d\d$/.test(query.get('nam') ?? '') ? query.get('nam') ?? '' : '';
  const page = Math.max(1, Number(query.get('trang')) || 1);
  const [writing, setWriting] = useState<TravelOffer>();
  const dialog = useLater(() => import('./offer_dialog'), writing !== undefined);
  const loaded = useLoaded(
    () => listTravel({ kind: shape.kind, view, q: words, page,
      ...(year && Number(year) > 1900 ? { year: Number(year) } : {}) }),
    [shape, view, words, year, page, clockJumps.value]);
  const list = loaded.value;
  const addressOf = (chosen: View, next = 1) => {
    const parts = new URLSearchParams({ xem: chosen });
    if (words) parts.set('q', words);
    if (year) parts.set('nam', year);
    if (next > 1) parts.set('trang', String(next));
    return href(`${TRAVEL}${shape.path}?${parts.toString()}`);
  };
  if (!list && loaded.problem) {
    return (
      <main id="main" class="list">
        <ProblemView problem={loaded.problem} onAgain={loaded.reload} home="/can-bo/" />
      </main>
    );
  }
  const opening = list?.openings.find((one) => one.name === shape.opens);
  const title = t(`title.${shape.name}`);
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      <div class="list-head">
        <div>
          <PageHead title={title} document_title={title} />
          <p class="muted">{t(`lead.${shape.name}`)}</p>
        </div>
        {opening && (
          <button type="button" class="button no-print" onClick={() => setWriting(opening)}>
            {say(opening.label)}
          </button>
        )}
      </div>
      <TravelPlaces />
      <Search shape={shape} view={view} words={words} year={year} key={`${words} ${year}`} />
      <nav class="travel-views no-print" aria-label={t('filter')}>
        {shape.views.map((one) => (
          <a key={one} href={addressOf(one)} aria-current={one === view ? 'page' : undefined}>
            {t(`view.${shape.name}.${one}` as Parameters<typeof t>[0])}
          </a>
        ))}
      </nav>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!list && <Loading />}
      {list && (
        <>
          <p class="muted count" role="status">{t('count', { count: list.total })}</p>
          {list.items.length === 0
            ? <div class="empty"><Icon name="done" /><p>{t('empty')}</p></div>
            : <TravelRows items={list.items} caption={title} />}
          <TravelPages list={list} addressOf={(next) => addressOf(view, next)} />
          <LimitsNote limits={list.limits} />
        </>
      )}
      {writing && dialog && (
        <dialog.OfferDialog offer={writing} onClose={() => setWriting(undefined)}
          send={(values, key) => writeDown(writing.name, values, key)}
          onDone={(made) => go(entryPath(made.entry.code))} />
      )}
    </main>
  );
}

export const DelegationsOut = (props: PageProps) => <TravelList {...props} shape={SHAPES.out} />;
export const DelegationsIn = (props: PageProps) => <TravelList {...props} shape={SHAPES.in} />;
export const TripReports = (props: PageProps) => <TravelList {...props} shape={SHAPES.reports} />;
export const Passports = (props: PageProps) => <TravelList {...props} shape={SHAPES.passports} />;
