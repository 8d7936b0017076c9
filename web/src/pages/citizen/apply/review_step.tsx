// Check your answers, see the date you would get, send. The answers are read as the server reads
// them; each has its "change".
import { useState } from 'preact/hooks';
import { api, ask, newKey, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { go } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { AnswersList, type AnswerRow } from '../../../components/answers_list/answers_list';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { Notice } from '../../../components/notice/notice';
import { fileFacts } from '../../../components/paper_table/paper_table';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { LaterPromiseReason } from '../../../components/promise_days/promise_reason';
import { Say } from '../../../components/say/say';
import { pageOf } from '../../../form/pages';
import { readPointer } from '../../../form/path';
import { t } from '../../../text/apply';
import { t as decides } from '../../../text/decides';
import { keepConfirmation } from '../confirmation/kept_confirmation';
import { guarded } from '../account/account';
import { forgetDraft } from '../parts/kept_drafts';
import { PromiseSentence } from '../parts/promise_sentence';
import { checkDraft } from './check_draft';
import { Back, StepFrame } from './step_frame';
import { PAPERS, stepHref, type Step } from './steps';
import { closeWork, type Work } from './work';

type Check = Schemas['DraftCheck'];

interface Props { now: Work; steps: Step[]; step: Step }

function changeHref(now: Work, pointer: string): string {
  const page = pageOf(now.form, readPointer(pointer));
  return stepHref(now.procedure.id, now.draft.id, page < 0 ? PAPERS : String(page + 1), true);
}

function rowsOf(now: Work, check: Check): Map<number, AnswerRow[]> {
  const groups = new Map<number, AnswerRow[]>();
  for (const row of check.rows ?? []) {
    const page = pageOf(now.form, readPointer(row.path));
    const change = { href: changeHref(now, row.path), words: t('review.edit'), of: say(row.label) };
    const rows = groups.get(page) ?? [];
    rows.push({
      key: row.path, label: <Say of={row.label} />, value: <Say of={row.value} />, change,
    });
    groups.set(page, rows);
  }
  return groups;
}

function Answers({ now, check }: { now: Work; check: Check }) {
  const groups = [...rowsOf(now, check)].sort(([one], [other]) => one - other);
  return (
    <>
      {groups.map(([page, rows]) => (
        <section key={page} class="review-group" aria-labelledby={`review-${page}`}>
          <h2 id={`review-${page}`}>
            <Say of={now.form.pages[page]?.title ?? now.procedure.name} />
          </h2>
          <AnswersList rows={rows} />
        </section>
      ))}
    </>
  );
}

function Papers({ now, check }: { now: Work; check: Check }) {
  const asked = new Set(check.papers.filter((one) => one.asked).map((one) => one.id));
  const papers = now.procedure.papers.filter((paper) => asked.has(paper.id));
  if (!papers.length) return null;
  const change = stepHref(now.procedure.id, now.draft.id, PAPERS, true);
  const rows = papers.map((paper): AnswerRow => {
    const files = now.draft.files.filter((file) => file.paper === paper.id);
    const listed = files.map((file) => (
      <span class="review-file" key={file.id}>
        {file.name} <span class="muted small">{fileFacts(file)}</span>
      </span>
    ));
    return { key: paper.id, label: <Say of={paper.name} />,
      value: listed.length ? listed : t('review.files.none'),
      change: { href: change, words: t('review.edit'), of: say(paper.name) } };
  });
  return (
    <section class="review-group" aria-labelledby="review-papers">
      <h2 id="review-papers">{t('review.papers')}</h2><AnswersList rows={rows} />
    </section>
  );
}

function Incomplete({ now, check }: { now: Work; check: Check }) {
  const lacking = check.papers.filter((one) => one.asked && !one.received)
    .map((one) => now.procedure.papers.find((paper) => paper.id === one.id))
    .filter((paper) => paper?.required);
  return (
    <Notice kind="late">
      <p class="strong">{t('review.incomplete')}</p><p>{t('review.incomplete.text')}</p>
      <ul class="review-faults">
        {check.errors.map((error) => (
          <li key={error.path + error.code}>
            <a href={changeHref(now, error.path)}>{say(error.message)}</a>
          </li>
        ))}
        {lacking.map((paper) => paper && (
          <li key={paper.id}>
            <a href={stepHref(now.procedure.id, now.draft.id, PAPERS, true)}>
              {t('papers.missing', { paper: say(paper.name) })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Promised({ check }: { check: Check }) {
  if (!check.promise) return null;
  return (
    <section class="card pad if-now stack" aria-labelledby="review-promise">
      <h2 id="review-promise">{t('review.if-now')}</h2>
      <div><PromiseSentence preview={check.promise} /></div>
      <dl class="review-case">
        {check.case_name && (
          <div><dt>{t('review.case')}</dt><dd><Say of={check.case_name} /></dd></div>
        )}
        {(check.authority?.who ?? check.decided_by) && (
          <div><dt>{t('review.decided')}</dt>
            <dd><Say of={check.authority?.who ?? check.decided_by} /></dd></div>
        )}
        {check.authority && (
          <div><dt>{decides('instrument')}</dt>
            <dd><Say of={check.authority.instrument} /></dd></div>
        )}
        <div><dt>{decides('within')}</dt><dd><Say of={check.promise.term} /></dd></div>
      </dl>
      {check.authority && !check.authority.verified && (
        <p class="muted small">{decides('unchecked')}</p>
      )}
      <LaterPromiseReason days={check.promise.days} />
    </section>
  );
}

/** Limits that are passed move the decision: who applies knows before he sends. */
function OverLimits({ check }: { check: Check }) {
  const passed = check.authority?.limits.filter((limit) => limit.state === 'passed') ?? [];
  if (!check.authority || !passed.length) return null;
  return (
    <Notice kind="soon">
      <p class="strong">{t('review.over', { who: say(check.authority.who) })}</p>
      <ul>{passed.map((limit) => <li key={limit.id}><Say of={limit.name} /></li>)}</ul>
    </Notice>
  );
}

/** One key for one draft, so that sending twice is sending once, also after a reload. */
function sendingKey(draft: string): string {
  const name = `motcua.sending.${draft}`;
  const kept = sessionStorage.getItem(name);
  const key = kept ?? newKey();
  sessionStorage.setItem(name, key);
  return key;
}

function useSending(now: Work) {
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const draft = now.draft.id;
      const confirmation = await guarded(() => ask(api.POST('/api/drafts/{draft}/submission', {
        params: { path: { draft }, header: { 'Idempotency-Key': sendingKey(draft) } },
      })));
      keepConfirmation({ ...confirmation, name: now.procedure.name });
      forgetDraft(draft);
      go(href(`/da-nop/${encodeURIComponent(confirmation.code)}/`), { replace: true });
      closeWork();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return { problem, busy, send };
}

export function ReviewStep({ now, steps, step }: Props) {
  const jumps = clockJumps.value;
  const check = useLoaded(() => checkDraft(now.draft.id), [now.draft.id, jumps]);
  const { problem, busy, send } = useSending(now);
  const told = useLater(() => import('./notify_choice'));
  const complete = check.value?.complete ?? false;
  return (
    <StepFrame now={now} steps={steps} step={step}>
      {check.problem && <ProblemNotice problem={check.problem} onAgain={check.reload} />}
      {!check.value && check.loading && <Loading />}
      {check.value && (
        <div class="stack">
          <p class="apply-intro">{t('review.lead')}</p>
          {!complete && <Incomplete now={now} check={check.value} />}
          <Answers now={now} check={check.value} />
          <Papers now={now} check={check.value} />
          <OverLimits check={check.value} />
          <Promised check={check.value} />
          {told && (
            <told.NotifyChoice now={now} check={check.value} onChosen={check.reload} />
          )}
          {problem && <ProblemNotice problem={problem} onAgain={() => void send()} />}
          {complete && <p>{t('review.sure')}</p>}
          <div class="apply-bar">
            {complete && (
              <button type="button" class="button" aria-disabled={busy} onClick={() => void send()}>
                {t(busy ? 'review.sending' : 'review.send')}<Icon name="send" />
              </button>
            )}
            <Back now={now} steps={steps} step={step} />
            <span class="saved-line">{t('review.unsent')}</span>
          </div>
        </div>
      )}
    </StepFrame>
  );
}
