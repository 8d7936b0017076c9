// From draft to version: submitted with a day and a decision by one, published by another. What
// happens to dossiers in flight is said before anybody decides.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { href } from '../../app/language';
import { go } from '../../app/router';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { DateField } from '../../components/date_field/date_field';
import { TextField } from '../../components/field/field';
import { Icon } from '../../components/icon/icon';
import { Notice } from '../../components/notice/notice';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showDay } from '../../display/moments';
import { isRealDate } from '../../form/check';
import { t } from '../../text/designer';
import {
  discardDraft, publishDraft, readDraft, returnDraft, submitDraft, type Draft,
} from './desk';
import { Line } from './parts';
import { useProblems } from './process_model';
import { save, take } from './store';

async function fresh(one: Draft): Promise<Draft> {
  await save();
  return readDraft(one.id);
}

function Submit({ one }: { one: Draft }) {
  const problems = useProblems(one).value;
  const errors = problems?.filter((problem) => problem.severity === 'error').length ?? 0;
  const form = useCheckedForm({
    id: 'submit',
    start: { in_force_from: one.in_force_from ?? '', number: one.decision?.number ?? '',
      date: one.decision?.date ?? '', by: one.decision?.by ?? '', note: one.note ?? '' },
    check: (values) => ({
      in_force_from: isRealDate(values.in_force_from) ? undefined : t('submit.day_missing'),
      number: values.number.trim() ? undefined : t('submit.number_missing'),
      date: isRealDate(values.date) ? undefined : t('submit.date_missing'),
      by: values.by.trim() ? undefined : t('submit.by_missing'),
    }),
    send: async ({ in_force_from, note, ...decision }) => {
      take(await submitDraft(await fresh(one), { in_force_from, decision,
        note: note.trim() || undefined }));
    },
    at: { 'day-is-past': 'in_force_from' },
  });
  return (
    <section class="card pad" aria-labelledby="submit-title">
      <h2 id="submit-title">{t('submit.title')}</h2>
      {errors > 0 && <Notice kind="late"><p>{t('submit.errors', { count: errors })}</p></Notice>}
      <CheckedFormView of={form} send={<><Icon name="send" />{t('submit.send')}</>}>
        <DateField field={form.frame('in_force_from', t('submit.day'),
          { hint: t('submit.day_hint') })} value={form.values.in_force_from || undefined}
        onInput={(day) => form.set({ in_force_from: day ?? '' })} />
        <TextField field={form.frame('number', t('submit.number'))} value={form.values.number}
          onInput={(number) => form.set({ number })} />
        <DateField field={form.frame('date', t('submit.date'))}
          value={form.values.date || undefined} onInput={(day) => form.set({ date: day ?? '' })} />
        <TextField field={form.frame('by', t('submit.by'))} value={form.values.by}
          onInput={(by) => form.set({ by })} />
        <TextField field={form.frame('note', t('submit.note'), { optional: true })} lines={3}
          value={form.values.note} onInput={(note) => form.set({ note })} />
      </CheckedFormView>
    </section>
  );
}

function What({ one }: { one: Draft }) {
  return (
    <dl class="kv">
      <dt>{t('publish.version')}</dt><dd>{one.subject} · {one.number}</dd>
      <dt>{t('publish.day')}</dt>
      <dd>{one.in_force_from ? showDay(one.in_force_from) : t('publish.no_day')}</dd>
      {one.decision && (
        <>
          <dt>{t('publish.decision')}</dt>
          <dd>{t('publish.decision_text', { number: one.decision.number,
            date: showDay(one.decision.date), by: one.decision.by })}</dd>
        </>
      )}
      <dt>{t('publish.written_by')}</dt><dd>{one.editors.join(', ') || one.author}</dd>
      {one.note && <><dt>{t('submit.note')}</dt><dd>{one.note}</dd></>}
    </dl>
  );
}

function Judge({ one }: { one: Draft }) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const [done, setDone] = useState<{ number: number; digest: string }>();
  const run = async (work: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  const publish = async () => {
    setDone(await publishDraft(one));
    take(await readDraft(one.id));
  };
  const send_back = async () => {
    if (!reason.trim()) { document.getElementById('return-reason')?.focus(); return; }
    take(await returnDraft(one, reason.trim()));
  };
  return (
    <section class="card pad stack" aria-labelledby="judge-title">
      <h2 id="judge-title">{t('publish.title')}</h2>
      <What one={one} />
      {problem && <ProblemNotice problem={problem} />}
      {done && <Notice kind="done" live><p class="strong">{t('publish.done',
        { number: done.number })}</p><p class="code smaller">{done.digest}</p></Notice>}
      {one.state === 'submitted' && !one.may.includes('publish') && (
        <Notice kind="info"><p>{t('publish.four_eyes')}</p></Notice>
      )}
      {one.may.includes('publish') && (
        <button type="button" class="button sun" onClick={() => void run(publish)}>
          <Icon name="stamp" />{t('publish.send')}</button>
      )}
      {one.may.includes('return') && (
        <div>
          <Line id="return-reason" label={t('return.reason')} value={reason} lines={3}
            onInput={setReason} />
          <button type="button" class="button secondary" onClick={() => void run(send_back)}>
            <Icon name="undo" />{t('return.send')}</button>
        </div>
      )}
    </section>
  );
}

function Discard({ one }: { one: Draft }) {
  const [problem, setProblem] = useState<ProblemError>();
  const [sure, setSure] = useState(false);
  const discard = async () => {
    try {
      await discardDraft(await fresh(one));
      go(href('/thiet-ke/'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <div class="stack">
      {problem && <ProblemNotice problem={problem} />}
      {!sure ? (
        <button type="button" class="button quiet" onClick={() => setSure(true)}>
          <Icon name="remove" />{t('discard')}</button>
      ) : (
        <div class="row" role="group" aria-label={t('discard.sure')}>
          <span>{t('discard.sure')}</span>
          <button type="button" class="button danger compact" onClick={() => void discard()}>
            {t('discard.yes')}</button>
          <button type="button" class="button secondary compact" onClick={() => setSure(false)}>
            {t('discard.no')}</button>
        </div>
      )}
    </div>
  );
}

export function PublishPage({ one }: { one: Draft }) {
  return (
    <div class="stack">
      <Notice kind="info">
        <p class="strong">{t('publish.in_flight_title')}</p>
        <p>{t('publish.in_flight')}</p>
      </Notice>
      {one.may.includes('submit') && <Submit one={one} />}
      {one.state !== 'draft' && <Judge one={one} />}
      {one.state === 'draft' && !one.may.includes('submit') && <p>{t('submit.not_yours')}</p>}
      <p>
        <a class="button quiet compact" download href={`/api/design/drafts/${one.id}/export`}>
          <Icon name="download" />{t('publish.export')}</a>
      </p>
      {one.may.includes('discard') && <Discard one={one} />}
    </div>
  );
}
