// The designers' entry: overview, a draft's tabs, comparison, proposals. The frame is the
// officers' own.
import { useEffect } from 'preact/hooks';
import { go, Router, type PageProps, type Route } from '../../app/router';
import { start } from '../../app/start';
import { Loading } from '../../components/loading/loading';
import { MissingPage, ProblemView } from '../../components/problem_view/problem_view';
import { useLoaded } from '../../api/use_loaded';
import { framed } from '../officer/frame';
import { draftAddress, readDraft, tabsOf, type Tab } from './desk';
import { draftPage, type DraftPage } from './frame';
import { OverviewPage } from './overview_page';
import './designer.css';

/** A draft without a tab opens its first one. */
function FirstTab({ params }: PageProps) {
  const loaded = useLoaded(() => readDraft(params.draft ?? ''), [params.draft]);
  const one = loaded.value;
  useEffect(() => {
    const first = one && tabsOf(one.kind)[0];
    if (one && first) go(draftAddress(one.id, first), { replace: true });
  }, [one]);
  return (
    <main id="main" class="list">
      {loaded.problem ? <ProblemView problem={loaded.problem} onAgain={loaded.reload}
        home="/thiet-ke/" /> : <Loading />}
    </main>
  );
}

function tab(name: Tab, load: () => Promise<DraftPage>): Route {
  return { path: `/thiet-ke/ban-thao/:draft/${name}/`,
    load: () => load().then((shown) => draftPage(name, shown)) };
}

const routes: Route[] = [
  { path: '/thiet-ke/', page: framed(OverviewPage) },
  { path: '/thiet-ke/ban-thao/:draft/', page: framed(FirstTab) },
  tab('quy-trinh', () => import('./process_page').then((loaded) => loaded.ProcessPage)),
  tab('so-do', () => import('./canvas_page').then((loaded) => loaded.CanvasPage)),
  tab('bang-quyet-dinh', () => import('./decisions_page').then((one) => one.DecisionsPage)),
  tab('bieu-mau', () => import('./form_page').then((loaded) => loaded.FormPage)),
  tab('giay-to', () => import('./papers_page').then((loaded) => loaded.PapersPage)),
  tab('loi-van', () => import('./texts_page').then((loaded) => loaded.TextsPage)),
  tab('kiem-tra', () => import('./check_page').then((loaded) => loaded.CheckPage)),
  tab('thu', () => import('./try_page').then((loaded) => loaded.TryPage)),
  tab('so-sanh', () => import('./compare_page').then((loaded) => loaded.DraftComparePage)),
  tab('cong-bo', () => import('./publish_page').then((loaded) => loaded.PublishPage)),
  { path: '/thiet-ke/so-sanh/',
    load: () => import('./compare_page').then((loaded) => framed(loaded.ComparePage)) },
  { path: '/thiet-ke/de-xuat/',
    load: () => import('./proposals_page').then((loaded) => framed(loaded.ProposalsPage)) },
];

const Missing = () => <main id="main" class="list"><MissingPage home="/thiet-ke/" /></main>;

start(<Router routes={routes} missing={framed(Missing)} />, { body_class: 'officer' });
