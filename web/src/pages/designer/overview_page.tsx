// What the office designs: procedures and authority matrices, their versions, and drafts of them.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { go } from '../../app/router';
import { Badge } from '../../components/badge/badge';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { Dialog } from '../../components/dialog/dialog';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { TextField } from '../../components/field/field';
import { showDay, showShortMoment } from '../../display/moments';
import { fold } from '../../display/fold';
import { t } from '../../text/designer';
import { session } from '../officer/session';
import {
  beginDraft, draftAddress, exportAddress, importDraft, readDesign, type Design, type Subject,
} from './desk';
import { Empty, Line, Select } from './parts';

type Version = Subject['versions'][number];

interface Start { subject?: Subject; version?: Version }

function BeginDialog({ from, onClose }: { from: Start; onClose: () => void }) {
  const { subject, version } = from;
  const [kind, setKind] = useState<Subject['kind']>(subject?.kind ?? 'procedure');
  const form = useCheckedForm({
    id: 'begin', start: { subject: subject?.id ?? '', title: '' },
    check: (values) => ({
      subject: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(values.subject) ? undefined
        : t('begin.id_wrong'),
      title: values.title.trim() ? undefined : t('begin.title_missing'),
    }),
    send: async (values) => {
      const made = await beginDraft({ kind, subject: values.subject, base: version?.number,
        title: values.title.trim() });
      go(draftAddress(made.id));
    },
  });
  return (
    <Dialog title={subject ? t('begin.from', { name: say(subject.name),
      number: version?.number ?? 0 }) : t('begin.new')} onClose={onClose}>
      <CheckedFormView of={form} send={t('begin.send')}>
        {!subject && (
          <>
            <Select id="begin-kind" label={t('begin.kind')} value={kind}
              choices={[{ key: 'procedure', label: t('kind.procedure') },
                { key: 'matrix', label: t('kind.matrix') }]}
              onChoose={(key) => setKind(key as Subject['kind'])} />
            <TextField field={form.frame('subject', t('begin.id'), { hint: t('begin.id_hint') })}
              value={form.values.subject} onInput={(text) => form.set({ subject: text })} />
          </>
        )}
        <TextField field={form.frame('title', t('begin.title'), { hint: t('begin.title_hint') })}
          value={form.values.title} onInput={(title) => form.set({ title })} />
      </CheckedFormView>
    </Dialog>
  );
}

function days(version: Version): string {
  const from = t('version.from', { day: showDay(version.in_force_from) });
  const until = version.abolished_on;
  return until ? `${from} ${t('version.until', { day: showDay(until) })}` : from;
}

function Versions({ subject, may, onBegin }:
  { subject: Subject; may: boolean; onBegin: (version: Version) => void }) {
  return (
    <ul class="version-list">
      {subject.versions.map((version) => (
        <li key={version.number}>
          <span class="version-name">
            <b>{t('version.name', { number: version.number })}</b>{' '}
            <Badge kind={version.lifecycle === 'published' ? 'done'
              : version.lifecycle === 'to-come' ? 'soon' : 'plain'}>
              {t(`lifecycle.${version.lifecycle}`)}
            </Badge>
            <span class="muted smaller"> {days(version)}
              {version.decision && ` · ${version.decision.number}`}</span>
          </span>
          <span class="row version-acts">
            {may && (
              <button type="button" class="button quiet compact" onClick={() => onBegin(version)}>
                <Icon name="edit" />{t('version.begin')}
                <span class="unseen"> {say(subject.name)} {version.number}</span>
              </button>
            )}
            <a class="button quiet compact" download
              href={exportAddress(subject.kind, subject.id, version.number)}>
              <Icon name="download" />{t('version.export')}
              <span class="unseen"> {say(subject.name)} {version.number}</span>
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Drafts({ subject }: { subject: Subject }) {
  const me = session.value?.officer.name;
  if (!subject.drafts.length) return null;
  return (
    <div class="draft-list">
      <h4>{t('drafts')}</h4>
      <ul>
        {subject.drafts.map((one) => (
          <li key={one.id}>
            <a href={draftAddress(one.id)}>{one.title}</a>
            <span class="muted smaller"> {one.author === me ? t('draft.mine')
              : t('draft.author', { name: one.author })}
            {' · '}{t('draft.changed', { moment: showShortMoment(one.changed_at) })}</span>{' '}
            <Badge kind={one.state === 'submitted' ? 'soon' : 'plain'}>
              {t(`state.${one.state}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

function CompareLink({ subject }: { subject: Subject }) {
  const [last, before] = [...subject.versions].sort((one, two) => two.number - one.number);
  if (!last || !before) return null;
  const query = new URLSearchParams({ kind: subject.kind, subject: subject.id,
    old: String(before.number), new: String(last.number) });
  return (
    <a class="button quiet compact" href={href(`/thiet-ke/so-sanh/?${query.toString()}`)}>
      <Icon name="scale" />{t('compare.versions')}
      <span class="unseen"> {say(subject.name)}</span>
    </a>
  );
}

function SubjectCard({ subject, may, onBegin }:
  { subject: Subject; may: boolean; onBegin: (from: Start) => void }) {
  return (
    <li class="card pad subject">
      <div class="row between">
        <h3>{say(subject.name)}</h3><CompareLink subject={subject} />
      </div>
      <p class="muted smaller code">{subject.id}</p>
      {subject.versions.length === 0 && <p class="muted">{t('version.none')}</p>}
      <Versions subject={subject} may={may}
        onBegin={(version) => onBegin({ subject, version })} />
      <Drafts subject={subject} />
    </li>
  );
}

function Import() {
  const [problem, setProblem] = useState<ProblemError>();
  const [wrong, setWrong] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setWrong(false);
    try {
      const made = await importDraft(JSON.parse(await file.text()) as Parameters<
        typeof importDraft>[0]);
      go(draftAddress(made.id));
    } catch (error) {
      if (error instanceof ProblemError) setProblem(error);
      else if (error instanceof SyntaxError) setWrong(true);
      else throw error;
    }
  };
  return (
    <details class="card pad import">
      <summary class="strong">{t('import.title')}</summary>
      <div class="stack gap-top">
        <p>{t('import.text')}</p>
        {wrong && (
          <p class="here-wrong" role="status">
            <Icon name="alert" />{t('import.wrong')}</p>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <label class="label" for="import-file">{t('import.file')}</label>
        <input id="import-file" class="input" type="file" accept="application/json,.json"
          onChange={(event) => void take(event.currentTarget.files?.[0])} />
      </div>
    </details>
  );
}

function Subjects({ design, kind, sought, onBegin }:
  { design: Design; kind: Subject['kind']; sought: string; onBegin: (from: Start) => void }) {
  const found = design.subjects.filter((one) => one.kind === kind
    && fold(`${one.name.vi} ${one.name.en} ${one.id}`).includes(fold(sought)));
  return (
    <section class="stack" aria-labelledby={`subjects-${kind}`}>
      <h2 id={`subjects-${kind}`}>{t(`kinds.${kind}`)}</h2>
      {found.length === 0 ? (
        <Empty title={t(sought ? 'overview.none_found' : 'overview.none')} />
      ) : (
        <ul class="subjects">
          {found.map((one) => <SubjectCard key={one.id} subject={one}
            may={design.may.includes('draft')} onBegin={onBegin} />)}
        </ul>
      )}
    </section>
  );
}

export function OverviewPage() {
  const loaded = useLoaded(readDesign, []);
  const [begin, setBegin] = useState<Start>();
  const [sought, setSought] = useState('');
  const design = loaded.value;
  if (!design) {
    return (
      <main id="main" class="list">
        {loaded.problem ? <ProblemView problem={loaded.problem} onAgain={loaded.reload}
          home="/can-bo/" /> : <Loading />}
      </main>
    );
  }
  return (
    <main id="main" class="list designer stack">
      <div class="list-head">
        <div>
          <PageHead title={t('title')} document_title={t('title')} />
          <p class="muted">{t('lead')}</p>
        </div>
        <div class="row">
          {design.may.includes('draft') && (
            <button type="button" class="button" onClick={() => setBegin({})}>
              <Icon name="plus" />{t('begin.new')}
            </button>
          )}
          <a class="button secondary" href={href('/thiet-ke/de-xuat/')}>
            <Icon name="flag" />{t('proposals.title')}
          </a>
        </div>
      </div>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      <Line id="overview-search" label={t('overview.search')} value={sought}
        onInput={setSought} />
      <Subjects design={design} kind="matrix" sought={sought} onBegin={setBegin} />
      <Subjects design={design} kind="procedure" sought={sought} onBegin={setBegin} />
      {design.may.includes('draft') && <Import />}
      {begin && <BeginDialog from={begin} onClose={() => setBegin(undefined)} />}
    </main>
  );
}
