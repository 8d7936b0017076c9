// The quick view beside a list on a wide screen: deadline, way through the process, applicant,
// papers, and the way in.
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showMoment } from '../../display/moments';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/officer';
import { openDossier } from './desk';
import { DueBox, Facts } from './facts';
import { dossierPath } from './list_table';
import { useLive } from './live';
import type { Dossier } from './shapes';

/** A broken promise comes before a step that still has time, and where no step is open. */
function promiseComesFirst(dossier: Dossier): boolean {
  const step = dossier.step?.countdown?.kind ?? 'none';
  return step === 'none' || (step !== 'late' && dossier.promise.countdown.kind === 'late');
}

/** The countdown that matters now: the step's, unless the promise itself is already late. */
export function currentCountdown(dossier: Dossier) {
  const step = dossier.step?.countdown;
  return step && !promiseComesFirst(dossier) ? step : dossier.promise.countdown;
}

export function dueLine(dossier: Dossier): string {
  const step = dossier.step?.tasks.find((task) => task.due)?.due;
  if (step && !promiseComesFirst(dossier)) return `${t('due_of_step')}: ${showMoment(step)}`;
  const promise = dossier.promise.current;
  return promise ? `${t('due_of_promise')}: ${showMoment(promise)}` : t('no_promise');
}

function Path({ dossier }: { dossier: Dossier }) {
  return (
    <ol class="path" aria-label={t('process_title')}>
      {dossier.process.steps.map((step) => (
        <li key={step.task} class={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}>{say(step.name)}</li>
      ))}
    </ol>
  );
}

function PaperStates({ dossier }: { dossier: Dossier }) {
  const asked = dossier.papers.filter((paper) => paper.asked);
  if (asked.length === 0) return null;
  return (
    <div>
      <h3>{t('papers_title')}</h3>
      <ul class="paper-states">
        {asked.map((paper) => (
          <li key={paper.paper}>
            <span>{say(paper.name)}</span>
            <span class={`paper-state ${paper.check ?? 'unchecked'}`}>
              {t(`paper_${paper.check ?? 'unchecked'}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Inside({ dossier }: { dossier: Dossier }) {
  const last = [...dossier.timeline].reverse().find((entry) => entry.note);
  return (
    <>
      <DueBox countdown={currentCountdown(dossier)} line={dueLine(dossier)} />
      <Path dossier={dossier} />
      <div>
        <h3>{t('applicant_title')}</h3>
        <Facts rows={[
          [t('applicant_name'), dossier.applicant.name],
          [t('applicant_phone'), dossier.applicant.phone],
          [t('case_label'), say(dossier.case_name)],
          [t('summary_label'), dossier.summary],
          [t('due_of_promise'), dossier.promise.current && showMoment(dossier.promise.current)],
        ]} />
      </div>
      <PaperStates dossier={dossier} />
      {last && (
        <div>
          <h3>{t('paper_note')}</h3>
          <p><b>{last.who}</b> <span class="muted">{last.at && showMoment(last.at)}</span></p>
          <p>{last.note}</p>
        </div>
      )}
    </>
  );
}

export function Preview({ code, onClose }: { code: string; onClose: () => void }) {
  const loaded = useLoaded(() => openDossier(code), [code]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, []);
  useLive((change) => {
    if (change.kind !== 'dossier' || change.code === code) loaded.reload();
  });
  const dossier = loaded.value?.dossier;
  return (
    <aside class="pane no-print" aria-label={t('pane_label')}>
      <div class="pane-scroll">
        <div>
          <div class="pane-head">
            <h2 tabIndex={-1} ref={heading}>{dossier ? say(dossier.name) : code}</h2>
            <button type="button" class="pane-close" onClick={onClose}>
              <Icon name="close" /><span class="unseen">{t('pane_close')}</span>
            </button>
          </div>
          <p class="muted nowrap">{code}</p>
        </div>
        {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
        {dossier ? <Inside dossier={dossier} /> : !loaded.problem && <Loading />}
      </div>
      <div class="pane-foot">
        <a class="button" href={dossierPath(code)}>{t('pane_open')}<Icon name="arrow" /></a>
      </div>
    </aside>
  );
}
