// The common shape of a citizens' page: breadcrumb, main, and what to show until or instead of it.
import type { ComponentChildren } from 'preact';
import type { Loaded } from '../../../api/use_loaded';
import { Breadcrumb, type Crumb } from '../../../components/breadcrumb/breadcrumb';
import { Loading } from '../../../components/loading/loading';
import { ProblemNotice, ProblemView } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/citizen';

export function Page({ crumbs, children }: { crumbs: Crumb[]; children: ComponentChildren }) {
  return (
    <>
      <Breadcrumb items={[{ label: t('home'), path: '/' }, ...crumbs]} />
      <main id="main" class="wrap">{children}</main>
    </>
  );
}

interface Props<Value> {
  crumbs: Crumb[] | ((value: Value | undefined) => Crumb[]);
  from: Loaded<Value>;
  children: (value: Value) => ComponentChildren;
}

/** A page of something loaded: loading, the problem, or the thing (and a reload's problem). */
export function LoadedPage<Value>({ crumbs, from, children }: Props<Value>) {
  const items = typeof crumbs === 'function' ? crumbs(from.value) : crumbs;
  if (from.value !== undefined) {
    return (
      <Page crumbs={items}>
        {from.problem && <ProblemNotice problem={from.problem} onAgain={from.reload} />}
        {children(from.value)}
      </Page>
    );
  }
  if (from.problem) {
    return (
      <main id="main" class="wrap">
        <ProblemView problem={from.problem} onAgain={from.reload} />
      </main>
    );
  }
  return <Page crumbs={items}><Loading /></Page>;
}
