// Two versions side by side: burden, diagrams with what came, went or changed lit, tables, papers,
// terms, form and texts. Prints without the navigation.
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { go, type PageProps } from '../../app/router';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { t } from '../../text/designer';
import { Changes } from './changes';
import { compare, readDesign, type Draft, type Pair, type Subject, type SubjectKind } from './desk';
import { Empty, Select } from './parts';

function Shown({ pair, names }: { pair: Pair; names: { old: string; now: string } }) {
  const loaded = useLoaded(() => compare(pair), [pair.kind, pair.subject, pair.old, pair.new]);
  if (!loaded.value) {
    return loaded.problem ? <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      : <Loading />;
  }
  return (
    <div class="stack compare" aria-busy={loaded.loading}>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      <p class="no-print">
        <button type="button" class="button quiet compact" onClick={() => print()}>
          <Icon name="print" />{t('compare.print')}</button>
      </p>
      <Changes got={loaded.value} names={names} />
    </div>
  );
}

/** A draft beside the version it began from. */
export function DraftComparePage({ one }: { one: Draft }) {
  if (!one.base) return <Empty title={t('compare.new_subject')} />;
  return (
    <Shown pair={{ kind: one.kind, subject: one.subject, old: String(one.base),
      new: `draft:${one.id}` }}
    names={{ old: t('version.name', { number: one.base }), now: t('compare.draft') }} />
  );
}

function choicesOf(subject: Subject) {
  return [
    ...subject.versions.map((one) => ({ key: String(one.number),
      label: t('version.name', { number: one.number }) })),
    ...subject.drafts.map((one) => ({ key: `draft:${one.id}`,
      label: t('compare.draft_named', { title: one.title }) })),
  ];
}

function Picked({ subject, query }: { subject: Subject; query: URLSearchParams }) {
  const choices = choicesOf(subject);
  const old = query.get('old') ?? choices[0]?.key ?? '';
  const now = query.get('new') ?? choices.at(-1)?.key ?? '';
  const show = (part: Record<string, string>) => {
    const next = new URLSearchParams({ kind: subject.kind, subject: subject.id, old, new: now,
      ...part });
    go(href(`/thiet-ke/so-sanh/?${next.toString()}`), { replace: true });
  };
  const labelOf = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  return (
    <div class="stack">
      <div class="both no-print">
        <Select id="compare-old" label={t('compare.old')} value={old} choices={choices}
          onChoose={(key) => show({ old: key })} />
        <Select id="compare-new" label={t('compare.new')} value={now} choices={choices}
          onChoose={(key) => show({ new: key })} />
      </div>
      {old && now && old !== now ? (
        <Shown pair={{ kind: subject.kind, subject: subject.id, old, new: now }}
          names={{ old: labelOf(old), now: labelOf(now) }} />
      ) : <Empty title={t('compare.choose_two')} />}
    </div>
  );
}

/** Any two versions or drafts of one subject. */
export function ComparePage({ query }: PageProps) {
  const loaded = useLoaded(readDesign, []);
  const kind = (query.get('kind') ?? 'procedure') as SubjectKind;
  const subject = loaded.value?.subjects.find((one) => one.kind === kind
    && one.id === query.get('subject'));
  if (!loaded.value) {
    return (
      <main id="main" class="list">
        {loaded.problem ? <ProblemView problem={loaded.problem} onAgain={loaded.reload}
          home="/thiet-ke/" /> : <Loading />}
      </main>
    );
  }
  const title = subject ? t('compare.title', { name: say(subject.name) }) : t('compare.none');
  return (
    <main id="main" class="list designer stack">
      <p class="no-print">
        <a class="back" href={href('/thiet-ke/')}><Icon name="back" />{t('back')}</a></p>
      <PageHead title={title} document_title={title} />
      {subject ? <Picked subject={subject} query={query} /> : <Empty title={t('compare.none')} />}
    </main>
  );
}
