// The draft tried: on the office's own past dossiers, and on one made up here and led by hand.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { href, say } from '../../app/language';
import { office } from '../../app/office';
import { DateField } from '../../components/date_field/date_field';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showDate, showShortMoment } from '../../display/moments';
import { showNumber } from '../../display/numbers';
import { t } from '../../text/designer';
import { tryDraft, type Draft, type Trial } from './desk';
import { Empty } from './parts';
import { save } from './store';
import { WalkByHand } from './walk';

const HOUR = 60;
const DAY = 8 * HOUR;

/** Minutes of working time as days of eight hours and hours. */
export function workingTime(minutes: number): string {
  const days = Math.floor(minutes / DAY);
  const hours = Math.round((minutes - days * DAY) / HOUR);
  const parts = [days ? t('time.days', { count: days }) : '',
    hours || !days ? t('time.hours', { count: hours }) : ''];
  return parts.filter(Boolean).join(' ');
}

/** The whole year before the day given. */
export function lastYear(now: string): { from: string; to: string } {
  const year = Number(now.slice(0, 4)) - 1;
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function Figure({ label, value, main }: { label: string; value: string; main?: boolean }) {
  return (
    <li class={main ? 'figure main' : 'figure'}><b>{value}</b><span>{label}</span></li>
  );
}

function Figures({ got }: { got: Trial }) {
  return (
    <ul class="figures-row">
      <Figure main label={t('trial.saved')} value={showNumber(got.working_days_saved)} />
      <Figure label={t('trial.waited')} value={workingTime(got.waited_at_removed_steps)} />
      <Figure label={t('trial.differing', { read: showNumber(got.read) })}
        value={showNumber(got.differing)} />
      <Figure label={t('trial.other_decider')} value={showNumber(got.other_decider)} />
      <Figure label={t('trial.other_path')} value={showNumber(got.other_path)} />
      <Figure label={t('trial.other_case')} value={showNumber(got.other_case)} />
      <Figure label={t('trial.other_date')} value={showNumber(got.other_date)} />
    </ul>
  );
}

function Pair({ old, now, label }: { old: string; now: string; label: string }) {
  const same = old === now;
  return (
    <td data-label={label} class={same ? 'same' : 'differs'}>
      {same ? (old || '–') : (
        <>
          <span class="old-value"><span class="unseen">{t('trial.old')}: </span>{old || '–'}</span>
          {' '}<Icon name="arrow" />{' '}
          <span class="new-value"><span class="unseen">{t('trial.new')}: </span>{now || '–'}</span>
        </>
      )}
    </td>
  );
}

function Path({ row }: { row: Trial['rows'][number] }) {
  const { old, new: now } = row.path;
  const before = old.map(say);
  const after = now.map(say);
  const gone = before.filter((step) => !after.includes(step));
  const come = after.filter((step) => !before.includes(step));
  return (
    <td data-label={t('trial.path')}>
      {gone.length + come.length === 0 && t('trial.same_path')}
      {gone.length > 0 && <span class="old-value">{t('trial.without',
        { steps: gone.join(', ') })}</span>}{' '}
      {come.length > 0 && <span class="new-value">{t('trial.with',
        { steps: come.join(', ') })}</span>}
    </td>
  );
}

function Rows({ got }: { got: Trial }) {
  if (!got.rows.length) return <Empty title={t('trial.no_rows')} />;
  const heads = ['code', 'received', 'case', 'path', 'decider', 'due'] as const;
  const moment = (text: string | null) => (text ? showShortMoment(text) + '/' + text.slice(0, 4)
    : '');
  return (
    <div class="scroll-sideways" role="group" tabIndex={0} aria-label={t('trial.table')}>
      <table class="behind trial-rows">
        <caption class="unseen">{t('trial.table')}</caption>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{t(`trial.${head}`)}</th>)}</tr>
        </thead>
        <tbody>
          {got.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <a class="open" href={href(`/can-bo/ho-so/${row.code}/`)} target="_blank"
                  rel="noopener">{row.code}</a>
              </th>
              <td data-label={t('trial.received')}>{showDate(row.received)}</td>
              <Pair label={t('trial.case')} old={say(row.case.old)} now={say(row.case.new)} />
              <Path row={row} />
              <Pair label={t('trial.decider')} old={say(row.decider.old)}
                now={say(row.decider.new)} />
              <Pair label={t('trial.due')} old={moment(row.due.old)} now={moment(row.due.new)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NotRun({ got }: { got: Trial }) {
  if (!got.not_run.length) return null;
  return (
    <details>
      <summary class="strong">{t('trial.not_run', { count: got.not_run.length })}</summary>
      <ul class="gap-top">
        {got.not_run.map((one) => (
          <li key={one.code}><span class="code">{one.code}</span>: {say(one.why)}</li>))}
      </ul>
    </details>
  );
}

function Outcome({ got }: { got: Trial }) {
  return (
    <div class="stack trial-outcome">
      <h3 tabIndex={-1} id="trial-outcome">{t('trial.outcome')}</h3>
      <Figures got={got} />
      <p class="muted smaller">{t('trial.explain')}</p>
      <NotRun got={got} />
      <Rows got={got} />
    </div>
  );
}

function OnPast({ one }: { one: Draft }) {
  const start = lastYear(office.value?.now ?? '2018-01-01');
  const [from, setFrom] = useState<string | undefined>(start.from);
  const [to, setTo] = useState<string | undefined>(start.to);
  const [got, setGot] = useState<Trial>();
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (!from || !to || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await save();
      setGot(await tryDraft(one.id, { from, to }));
      requestAnimationFrame(() => document.getElementById('trial-outcome')?.focus());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="card pad stack" aria-labelledby="trial-title">
      <h2 id="trial-title">{t('trial.title')}</h2>
      <p class="muted">{t('trial.lead')}</p>
      <form class="trial-form no-print" onSubmit={(event) => void send(event)}>
        <DateField field={{ id: 'trial-from', label: t('trial.from'), required: true }}
          value={from} onInput={setFrom} />
        <DateField field={{ id: 'trial-to', label: t('trial.to'), required: true }}
          value={to} onInput={setTo} />
        <button class="button" aria-disabled={busy}>
          <Icon name="forward" />{t('trial.send')}</button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {busy && <Loading />}
      {got && !busy && <Outcome got={got} />}
    </section>
  );
}

export function TryPage({ one }: { one: Draft }) {
  return (
    <div class="stack">
      <OnPast one={one} />
      {one.kind === 'procedure' && <WalkByHand one={one} />}
    </div>
  );
}
