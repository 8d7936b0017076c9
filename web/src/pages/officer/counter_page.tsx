// Receiving at the counter, from the keyboard alone: Enter goes to the next field, a few function
// keys jump between parts, Ctrl+Enter registers.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newKey } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { href } from '../../app/language';
import { ErrorSummary } from '../../components/error_summary/error_summary';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/officer';
import type { FieldError } from './act_input';
import { CounterDone } from './counter_done';
import { counterFieldId, CounterParts } from './counter_parts';
import { PromisePart } from './counter_promise';
import {
  BLANK, checkForm, intakeOf, restored, withProcedure, type CounterForm, type Outcome,
} from './counter_state';
import { listProcedures, readProcedure, receiveAtCounter } from './desk';
import { forgetIntake, keepIntake, keptIntake, type Sent } from './kept_intake';
import { hasRole, session } from './session';
import type { Confirmation } from './shapes';
import './counter.css';

const JUMPS: Record<string, string> = {
  F2: 'counter-procedure', F4: 'counter-name', F8: 'papers-first', F9: 'counter-outcome',
};
const KEYS = [
  ['Enter', 'keys_next'], ['F2', 'keys_procedure'], ['F4', 'keys_applicant'],
  ['F8', 'keys_papers'], ['F9', 'keys_outcome'], ['Ctrl + Enter', 'keys_submit'],
] as const;

function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

/** Enter in a field goes on to the next one instead of sending the form half filled. */
function goOn(event: KeyboardEvent): void {
  const here = event.target as HTMLElement;
  if (!(here instanceof HTMLInputElement) && !(here instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const form = here.closest('form');
  const fields = [...form?.querySelectorAll<HTMLElement>(
    'input:not(:disabled), select, textarea, button[type="submit"]') ?? []]
    .filter((one) => one.offsetParent !== null && !isOtherRadio(one, here));
  fields[fields.indexOf(here) + 1]?.focus();
}

/** Of a group of radio buttons only the chosen one (or the first) is a stop on the way. */
function isOtherRadio(one: HTMLElement, here: HTMLElement): boolean {
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio' || one === here) return false;
  if (here instanceof HTMLInputElement && here.name === one.name) return true;
  const group = [...document.getElementsByName(one.name)] as HTMLInputElement[];
  return one !== (group.find((radio) => radio.checked) ?? group[0]);
}

function Shortcuts() {
  return (
    <details class="card pad shortcuts no-print" open>
      <summary>{t('counter_keys')}</summary>
      <dl>
        {KEYS.map(([key, words]) => (
          <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(words)}</dd></div>
        ))}
      </dl>
    </details>
  );
}

interface Registered { confirmation: Confirmation; outcome: Outcome; name: string }

interface Typing { form: CounterForm; sent: { current: Sent };
  restore: (form: CounterForm) => void; failed: (error: unknown) => void }

/** Keeps what is typed through a reload; true while something from before is on the page. */
function useKept({ form, sent, restore, failed }: Typing) {
  const officer = session.value?.officer.username ?? '';
  const [brought_back, setBroughtBack] = useState(false);
  const reading = useRef(false);
  useEffect(() => {
    const kept = keptIntake(officer);
    if (!kept) return;
    sent.current = kept.sent;
    restore(restored(kept));
    setBroughtBack(true);
    if (!kept.procedure) return;
    reading.current = true;  // until it is there, what is on the page is less than what is kept
    readProcedure(kept.procedure).then((procedure) => restore(restored(kept, procedure)), failed)
      .finally(() => { reading.current = false; });
  }, []);
  // At once, not after the next frame: what was just typed must outlive a reload.
  useLayoutEffect(() => {
    if (form !== BLANK && !reading.current) keepIntake(officer, form, sent.current);
  }, [form]);
  const forget = () => { forgetIntake(); setBroughtBack(false); };
  return { brought_back, forget };
}

const UNSENT: Sent = { body: '', key: '' };

/** The state of one intake after another. */
function useCounter() {
  const [form, setForm] = useState<CounterForm>(BLANK);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const [registered, setRegistered] = useState<Registered>();
  const [busy, setBusy] = useState(false);
  const sent = useRef(UNSENT);
  const failed = (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    setProblem(error);
  };
  const { brought_back, forget } = useKept({ form, sent, restore: setForm, failed });
  const chooseProcedure = (id: string) => {
    readProcedure(id).then((procedure) => {
      setForm((now) => withProcedure(now, procedure));
      requestAnimationFrame(() => focusOn(procedure.cases.length > 1
        ? 'counter-case' : 'counter-kind'));
    }, failed);
  };
  const submit = () => {
    const wrong = checkForm(form);
    setErrors(wrong);
    setTurn(turn + 1);
    if (wrong.length > 0 || busy) return;
    const intake = intakeOf(form);
    const body = JSON.stringify(intake);
    if (sent.current.body !== body) sent.current = { body, key: newKey() };
    keepIntake(session.value?.officer.username ?? '', form, sent.current);
    setBusy(true);
    setProblem(undefined);
    receiveAtCounter(intake, sent.current.key)
      .then((confirmation) => {
        forget();
        setRegistered({ confirmation, outcome: form.outcome, name: form.applicant.name.trim() });
      }, failed)
      .finally(() => setBusy(false));
  };
  const next = () => {
    sent.current = UNSENT;
    forget();
    setForm(BLANK);
    setErrors([]);
    setProblem(undefined);
    setRegistered(undefined);
  };
  return { form, setForm, errors, turn, problem, registered, busy, brought_back, chooseProcedure,
    submit, next };
}

function BroughtBack({ onStartOver }: { onStartOver: () => void }) {
  return (
    <Notice kind="info" live>
      <p>{t('counter_brought_back')}{' '}
        <button type="button" class="link-button" onClick={onStartOver}>
          {t('counter_start_over')}
        </button></p>
    </Notice>
  );
}

function Refused({ problem }: { problem: ProblemError }) {
  if (problem.kind !== 'invalid' && problem.kind !== 'not-allowed') {
    return <ProblemNotice problem={problem} />;
  }
  return (
    <Notice kind="late" live>
      <p class="strong">{problem.problem.title}</p>
      {problem.problem.detail && <p>{problem.problem.detail}</p>}
      {problem.problem.errors?.map((error) => <p key={error.path}>{error.message}</p>)}
    </Notice>
  );
}

const SUBMIT = {
  received: 'counter_submit_received', guided: 'counter_submit_guided',
  refused: 'counter_submit_refused',
} as const;

/** The function keys work wherever the focus is; the page opens on its first field. */
function useJumps(): void {
  useEffect(() => {
    focusOn('counter-procedure');
    const onKey = (event: KeyboardEvent) => {
      const jump = JUMPS[event.key];
      if (!jump || event.defaultPrevented) return;
      event.preventDefault();
      focusOn(jump);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function Intake({ counter }: { counter: ReturnType<typeof useCounter> }) {
  const procedures = useLoaded(listProcedures, []);
  const { form } = counter;
  useJumps();
  const startOver = () => { counter.next(); focusOn('counter-procedure'); };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if (!event.ctrlKey) goOn(event);
    else {
      event.preventDefault();
      counter.submit();
    }
  };
  return (
    <form class="counter" noValidate onKeyDown={onKey}
      onSubmit={(event) => { event.preventDefault(); counter.submit(); }}>
      <div class="counter-main">
        <ErrorSummary turn={counter.turn} errors={counter.errors.map((error) => ({
          id: counterFieldId(error.field), message: error.message,
        }))} />
        {counter.brought_back && <BroughtBack onStartOver={startOver} />}
        {counter.problem && <Refused problem={counter.problem} />}
        {procedures.problem && (
          <ProblemNotice problem={procedures.problem} onAgain={procedures.reload} />
        )}
        <CounterParts form={form} errors={counter.errors} onChange={counter.setForm}
          procedures={procedures.value?.filter((one) => one.open)}
          onProcedure={counter.chooseProcedure} />
        <button type="submit" class="button" aria-disabled={counter.busy}>
          {counter.busy ? t('act_doing') : t(SUBMIT[form.outcome])}
        </button>
      </div>
      <div class="counter-side">
        <PromisePart form={form} />
        <Shortcuts />
      </div>
    </form>
  );
}

export function CounterPage() {
  const counter = useCounter();
  if (!hasRole('reception')) {
    return (
      <main id="main" class="list stack">
        <PageHead title={t('counter_title')} document_title={t('counter_title')} />
        <p>{t('counter_forbidden')}</p>
        <p><a class="button secondary" href={href('/can-bo/')}>{t('back_to_list')}</a></p>
      </main>
    );
  }
  return (
    <main id="main" class="list">
      <PageHead title={t('counter_title')} document_title={t('counter_title')} />
      <p class="muted">{t('counter_lead')}</p>
      {counter.registered
        ? <CounterDone {...counter.registered} onNext={counter.next} />
        : <Intake counter={counter} />}
    </main>
  );
}
