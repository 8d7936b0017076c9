// What is wrong with the draft, each problem leading to the page and the place it is about.
import { useEffect } from 'preact/hooks';
import { say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { ProcessDrawing } from '../../components/process_drawing/process_drawing';
import { t } from '../../text/designer';
import { draftAddress, type DesignProblem, type Draft, type Tab } from './desk';
import { withInner } from './model/bpmn';
import { BPMN, processOf, stepTitle, timerNames, useProblems } from './process_model';
import { files, save, state } from './store';

/** The tab on which a problem of this file is mended. */
export function tabOfFile(file: string): Tab {
  if (file.endsWith('.bpmn')) return 'quy-trinh';
  if (file.endsWith('.dmn')) return 'bang-quyet-dinh';
  if (file.startsWith('form.') || file.startsWith('task.')) return 'bieu-mau';
  return file.startsWith('texts.') || file === 'matrix.toml' ? 'loi-van' : 'giay-to';
}

/** The tab, opened at what the problem is about. */
function at(one: Draft, tab: Tab, element: string): string {
  return draftAddress(one.id, tab) + (element ? `?o=${encodeURIComponent(element)}` : '');
}

function whereToMend(one: Draft, { file, element }: DesignProblem): string {
  const step = /^task\.(.+)\.(schema|ui)\.json$/.exec(file)?.[1];
  if (step) return `${draftAddress(one.id, 'bieu-mau')}?b=${encodeURIComponent(step)}`;
  return at(one, tabOfFile(file), element);
}

function Line({ one, problem }: { one: Draft; problem: DesignProblem }) {
  return (
    <li class="card pad problem-line">
      <Badge kind={problem.severity === 'error' ? 'late' : 'soon'}>
        {t(`severity.${problem.severity}`)}
      </Badge>
      <p>{say(problem.what)}</p>
      <p class="muted smaller">
        {problem.file}{problem.line > 0 && `, ${t('check.line', { line: problem.line })}`}
        {problem.element && <> · <code>{problem.element}</code></>} · <code>{problem.code}</code>
      </p>
      <div class="row">
        <a class="button quiet compact" href={whereToMend(one, problem)}>
          <Icon name="edit" />{t('check.mend')}<span class="unseen">: {say(problem.what)}</span>
        </a>
        {problem.file === BPMN && problem.element && (
          <a class="button quiet compact wide-only" href={at(one, 'so-do', problem.element)}>
            <Icon name="flow" />{t('check.on_canvas')}
            <span class="unseen">: {say(problem.what)}</span>
          </a>
        )}
      </div>
    </li>
  );
}

/** Where on the diagram they are, errors hottest. */
function OnDiagram({ problems }: { problems: DesignProblem[] }) {
  const process = processOf(files.value);
  const there = problems.filter((one) => one.file === BPMN && one.element);
  if (!process || !there.length) return null;
  const heat = Object.fromEntries(there.map((one) => [one.element, {
    level: one.severity === 'error' ? 4 : 2, label: t(`severity.${one.severity}`) }]));
  const steps = withInner(process.steps).filter((step) => step.is_task).map((step) => (
    { id: step.id, name: stepTitle(files.value, step) }));
  return (
    <section class="card pad" aria-label={t('check.diagram')}>
      <h2>{t('check.diagram')}</h2>
      <ProcessDrawing xml={files.value[BPMN] ?? ''} steps={steps} heat={heat}
        names={timerNames(files.value)}
        words={{ title: t('check.diagram'), list: t('check.diagram'), scroll: t('scroll'),
          missing: t('no_drawing') }} />
    </section>
  );
}

export function CheckPage({ one }: { one: Draft }) {
  const loaded = useProblems(one);
  useEffect(() => { if (state.value === 'unsaved') void save(); }, []);
  const problems = loaded.value;
  if (!problems) {
    return loaded.problem ? <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      : <Loading />;
  }
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return (
    <div class="stack">
      <div class="row between">
        <h2>{t('check.title')}</h2>
        <button type="button" class="button secondary compact" onClick={loaded.reload}>
          <Icon name="refresh" />{t('check.again')}
        </button>
      </div>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      <div role="status" aria-busy={loaded.loading}>
        <Notice kind={errors ? 'late' : problems.length ? 'soon' : 'done'}>
          <p class="strong">
            {problems.length === 0 ? t('check.none')
              : t('check.found', { errors, warnings: problems.length - errors })}
          </p>
          {errors > 0 && <p>{t('check.blocks')}</p>}
        </Notice>
      </div>
      <OnDiagram problems={problems} />
      <ul class="problem-list stack">
        {problems.map((problem) => (
          <Line key={`${problem.file}${problem.line}${problem.code}${problem.element}`} one={one}
            problem={problem} />))}
      </ul>
    </div>
  );
}
