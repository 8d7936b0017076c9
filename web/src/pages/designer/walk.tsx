// A made-up dossier led through the draft by hand: fill the form, choose how each open step ends,
// and see which case it is, who decides, when it falls due and where it goes next.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { language, say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { Notice } from '../../components/notice/notice';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { SchemaField } from '../../components/schema_field/schema_field';
import { showMoment } from '../../display/moments';
import { showNumber } from '../../display/numbers';
import { fieldsOf, readForm, type Form } from '../../form/pages';
import { fieldId, withAnswer, type Path } from '../../form/path';
import { pruned, type Answers } from '../../form/schema';
import { t } from '../../text/designer';
import { walkDraft, type Draft, type Walk, type WalkInput } from './desk';
import { readFormFiles } from './model/form';
import { Line, Select, Unreadable } from './parts';
import { nameOfRole, nameOfStep, nameOfUnit, stepsOf } from './process_model';
import { files, save } from './store';

type Outcomes = WalkInput['outcomes'];

function nameOf(id: string): string {
  const step = stepsOf(files.value).find((one) => one.id === id);
  const names = nameOfStep(files.value, step ?? { id, name: '' });
  return (language === 'en' && names.en) || names.vi || id;
}

function Facts({ got }: { got: Walk }) {
  const { authority } = got;
  return (
    <dl class="kv">
      <dt>{t('walk.case')}</dt><dd>{say(got.case_name) || got.case || '–'}</dd>
      {authority && (
        <>
          <dt>{t('walk.authority')}</dt><dd>{say(authority.who)}</dd>
          <dt>{t('walk.instrument')}</dt><dd>{say(authority.instrument)}</dd>
          <dt>{t('walk.why')}</dt><dd>{say(authority.why)}</dd>
        </>
      )}
      <dt>{t('walk.due')}</dt><dd>{got.due ? showMoment(got.due) : t('walk.no_due')}</dd>
      <dt>{t('walk.papers')}</dt>
      <dd>{got.papers.map((paper) => say(paper.name)).join('; ') || '–'}</dd>
      <dt>{t('walk.fee')}</dt><dd>{got.fee ? `${showNumber(got.fee)} đ` : t('walk.no_fee')}</dd>
    </dl>
  );
}

type Ended = Pick<Outcomes[number], 'outcome' | 'answers'>;

function OpenStep({ step, onEnd }:
  { step: Walk['open'][number]; onEnd: (ended: Ended) => void }) {
  const [outcome, setOutcome] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const own = readFormFiles(files.value, step.task);
  const form = own && readForm(own.schema, own.hints);
  if (step.timer) return <RunningTimer step={step} onCome={() => onEnd({})} />;
  const end = () => onEnd({ outcome: outcome || undefined, answers: form && (
    pruned(form.schema, answers, form.schema) ?? {}) as Record<string, never> });
  return (
    <li class="walk-open">
      <p><b>{say(step.name) || step.task}</b>{' '}
        <span class="muted smaller">{nameOfRole(step.role)} · {nameOfUnit(step.unit)}
          {step.due && ` · ${t('walk.step_due', { moment: showMoment(step.due) })}`}</span></p>
      {form && <FormFields form={form} answers={answers} onAnswers={setAnswers} />}
      <div class="walk-end">
        <Line id={`walk-${step.task}`} label={t('walk.outcome')} hint={t('walk.outcome_hint')}
          value={outcome} optional onInput={setOutcome} />
        <button type="button" class="button compact" onClick={end}>
          <Icon name="forward" />{t('walk.end')}<span class="unseen">: {say(step.name)}</span>
        </button>
      </div>
    </li>
  );
}

function RunningTimer({ step, onCome }: { step: Walk['open'][number]; onCome: () => void }) {
  return (
    <li class="walk-open">
      <p><b>{say(step.name) || step.task}</b>{' '}
        <span class="muted smaller">{step.due
          && t('walk.comes', { moment: showMoment(step.due) })}</span></p>
      <button type="button" class="button secondary compact" onClick={onCome}>
        {t('walk.let_come')}<span class="unseen">: {say(step.name)}</span></button>
    </li>
  );
}

function FormFields({ form, answers, onAnswers }:
  { form: Form; answers: Answers; onAnswers: (answers: Answers) => void }) {
  const answer = (path: Path, value: unknown) => onAnswers(
    withAnswer(answers, path, value) as Answers);
  return (
    <>
      {form.pages.map((page, index) => (
        <fieldset key={index}>
          <legend><h3>{say(page.title)}</h3></legend>
          {fieldsOf(form, page, answers).map((field) => (
            <SchemaField key={fieldId(field.path)} form={form} answers={answers} errors={[]}
              field={field} onAnswer={answer} />))}
        </fieldset>
      ))}
    </>
  );
}

function Standing({ got, onEnd, onBack }:
  { got: Walk; onEnd: (task: string, ended: Ended) => void; onBack: () => void }) {
  return (
    <div class="stack" role="status">
      {got.problem && <Notice kind="late"><p>{say(got.problem)}</p></Notice>}
      <Facts got={got} />
      {got.done.length > 0 && (
        <ol class="walk-done">
          {got.done.map((step, index) => (
            <li key={index}><Icon name="check" />{nameOf(step.task)}
              {step.outcome && ` (${step.outcome})`}</li>))}
        </ol>
      )}
      {got.ended && <Notice kind="done"><p class="strong">{t('walk.ended')}</p></Notice>}
      <ul>
        {got.open.map((step) => (
          <OpenStep key={step.task} step={step} onEnd={(ended) => onEnd(step.task, ended)} />))}
      </ul>
      {got.done.length > 0 && (
        <button type="button" class="button quiet compact" onClick={onBack}>
          <Icon name="undo" />{t('walk.back')}</button>
      )}
    </div>
  );
}

export function WalkByHand({ one }: { one: Draft }) {
  const [answers, setAnswers] = useState<Answers>({});
  const [channel, setChannel] = useState<'online' | 'counter' | 'post'>('counter');
  const [outcomes, setOutcomes] = useState<Outcomes>([]);
  const [got, setGot] = useState<Walk>();
  const [problem, setProblem] = useState<ProblemError>();
  const read = readFormFiles(files.value);
  if (!read) return <Unreadable file="form.schema.json" />;
  const form = readForm(read.schema, read.hints);
  const walk = async (ended: Outcomes) => {
    setProblem(undefined);
    try {
      await save();
      const given = (pruned(form.schema, answers, form.schema) ?? {}) as Record<string, never>;
      setGot(await walkDraft(one.id, { answers: given, channel, outcomes: ended }));
      setOutcomes(ended);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <section class="card pad stack" aria-labelledby="walk-title">
      <h2 id="walk-title">{t('walk.title')}</h2>
      <p class="muted">{t('walk.lead')}</p>
      <details>
        <summary class="strong">{t('walk.form')}</summary>
        <div class="walk-form gap-top">
          <FormFields form={form} answers={answers} onAnswers={setAnswers} />
        </div>
      </details>
      <Select id="walk-channel" label={t('walk.channel')} value={channel}
        choices={(['online', 'counter', 'post'] as const).map((key) => ({ key,
          label: t(`channel.${key}`) }))}
        onChoose={(key) => setChannel(key as typeof channel)} />
      <div class="row">
        <button type="button" class="button" onClick={() => void walk([])}>
          <Icon name="forward" />{t(got ? 'walk.anew' : 'walk.send')}</button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {got && <Standing got={got}
        onEnd={(task, ended) => void walk([...outcomes, { task, ...ended }])}
        onBack={() => void walk(outcomes.slice(0, -1))} />}
    </section>
  );
}
