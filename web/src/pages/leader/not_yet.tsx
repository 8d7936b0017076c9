// A page of figures before they are there: loading, or why they do not come.
import type { Loaded } from '../../api/use_loaded';
import { Loading } from '../../components/loading/loading';
import { ProblemView } from '../../components/problem_view/problem_view';

export function NotYet({ loaded, home }:
  { loaded: Pick<Loaded<unknown>, 'problem' | 'reload'>; home: string }) {
  return (
    <main id="main" class="list">
      {loaded.problem
        ? <ProblemView problem={loaded.problem} onAgain={loaded.reload} home={home} />
        : <Loading />}
    </main>
  );
}
