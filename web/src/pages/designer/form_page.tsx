// The form built by its questions: pages and questions in order, the chosen question's properties
// beside them, and the form itself as an applicant will see it, drawn by the same engine.
import { useState } from 'preact/hooks';
import { language, say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { t } from '../../text/designer_edit';
import type { DesignProblem, Draft } from './desk';
import { editable } from './frame';
import {
  addPage, addQuestion, KINDS, movePage, moveQuestion, pagesIn, questionAt, readFormFiles,
  removePage, removeQuestion, setPageTitle, writeFormFiles, formFilesOf, newStepForm,
  type DesignedPage, type FormFiles, type Kind, type Question,
} from './model/form';
import { peoplesTasks } from './model/bpmn';
import { BothTexts, Empty, Line, ProblemsHere, Select, Tool, Unreadable } from './parts';
import { FormPreview } from './form_preview';
import { at, BPMN, nameOfStep, useProblems, withoutForm } from './process_model';
import { QuestionPanel } from './question_panel';
import { ShowsCard } from './shows_card';
import { shownIn } from './model/shows';
import { edit, files, mayEdit } from './store';

export type Change = (form: FormFiles, key?: string) => void;

function labelOf(question: Question): string {
  return say(question.hint.label) || question.name;
}

interface Shared { form: FormFiles; change: Change; chosen: string;
  onChoose: (pointer: string) => void; problems: DesignProblem[] }

function QuestionRow({ question, shared }: { question: Question; shared: Shared }) {
  const { form, change, chosen, onChoose, problems } = shared;
  const name = labelOf(question);
  const focus = () => requestAnimationFrame(() => (
    document.getElementById(`question-${question.pointer}`)?.focus()));
  return (
    <li>
      <div class={chosen === question.pointer ? 'question chosen' : 'question'}>
        <button type="button" class="step-open" id={`question-${question.pointer}`}
          aria-expanded={chosen === question.pointer}
          onClick={() => onChoose(question.pointer)}>
          <b>{name}</b>
          <span class="muted smaller">
            {t(`question.${question.kind}`)}
            {!question.required && ` · ${t('question.optional')}`}
            {question.condition && ` · ${t('question.conditional')}`}
          </span>
        </button>
        {mayEdit.value && (
          <span class="step-tools">
            <Tool icon="back" label={t('step.up')} about={name} onClick={() => {
              change(moveQuestion(form, question.pointer, -1)); focus(); }} />
            <Tool icon="arrow" label={t('step.down')} about={name} onClick={() => {
              change(moveQuestion(form, question.pointer, 1)); focus(); }} />
            <Tool icon="remove" label={t('question.remove')} about={name} onClick={() => {
              change(removeQuestion(form, question.pointer)); }} />
          </span>
        )}
      </div>
      <ProblemsHere problems={at(problems, question.pointer)} />
      {question.inner.length > 0 && (
        <ol class="question-list inner">
          {question.inner.map((one) => (
            <QuestionRow key={one.pointer} question={one} shared={shared} />))}
        </ol>
      )}
    </li>
  );
}

function AddQuestion({ into, form, change, onChoose }:
  { into: number | string } & Pick<Shared, 'form' | 'change' | 'onChoose'>) {
  const [label, setLabel] = useState({ vi: '', en: '' });
  const [kind, setKind] = useState<Kind>('text');
  const id = `add-${into}`;
  const send = (event: Event) => {
    event.preventDefault();
    if (!label.vi.trim()) { document.getElementById(`${id}-vi`)?.focus(); return; }
    const made = addQuestion(form, into, kind, label);
    change(made.form);
    onChoose(made.pointer);
    setLabel({ vi: '', en: '' });
  };
  return (
    <details class="add-question">
      <summary><Icon name="plus" />{t('question.add')}</summary>
      <form onSubmit={send} class="gap-top">
        <Line id={`${id}-vi`} label={t('question.label_vi')} value={label.vi}
          onInput={(vi) => setLabel({ ...label, vi })} />
        <Line id={`${id}-en`} label={t('question.label_en')} value={label.en} optional
          onInput={(en) => setLabel({ ...label, en })} />
        <Select id={`${id}-kind`} label={t('question.kind')} value={kind}
          choices={KINDS.map((key) => ({ key, label: t(`question.${key}`) }))}
          onChoose={(key) => setKind(key as Kind)} />
        <button class="button compact">{t('question.add_send')}</button>
      </form>
    </details>
  );
}

function PageCard({ page, index, shared }:
  { page: DesignedPage; index: number; shared: Shared }) {
  const { form, change } = shared;
  const name = say(page.title);
  return (
    <li class="card pad form-page">
      <div class="row between">
        <h3>{t('form.page', { number: index + 1, name })}</h3>
        {mayEdit.value && (
          <span class="step-tools">
            <Tool icon="back" label={t('form.page_up')} about={name} off={index === 0}
              onClick={() => change(movePage(form, index, -1))} />
            <Tool icon="arrow" label={t('form.page_down')} about={name}
              onClick={() => change(movePage(form, index, 1))} />
            <Tool icon="remove" label={t('form.page_remove')} about={name}
              off={page.questions.length > 0} onClick={() => change(removePage(form, index))} />
          </span>
        )}
      </div>
      <details><summary>{t('form.page_title')}</summary>
        <BothTexts id={`page-${index}`} label={t('form.page_title')} value={page.title}
          onInput={(part) => change(setPageTitle(form, index, { ...page.title, ...part }),
            `page-${index}`)} />
      </details>
      {page.questions.length > 7 && <p class="hint">{t('form.many')}</p>}
      <ol class="question-list">
        {page.questions.map((one) => (
          <QuestionRow key={one.pointer} question={one} shared={shared} />))}
      </ol>
      {mayEdit.value && <AddQuestion into={index} {...shared} />}
    </li>
  );
}

const APPLICATION = 'application';

/** The application's form, or that of one step: the address names the step. */
export function FormPage({ one }: { one: Draft }) {
  const [step, setStep] = useState(new URLSearchParams(location.search).get('b') ?? '');
  const tasks = peoplesTasks(files.value[BPMN] ?? '');
  const nameOf = (task: { id: string; name: string }) => {
    const names = nameOfStep(files.value, task);
    return (language === 'en' && names.en) || names.vi || task.id;
  };
  const has = (id: string) => formFilesOf(id).schema in files.value;
  const chosen = tasks.find((task) => task.id === step);
  const problems = (useProblems(one).value ?? []).filter((problem) => problem.element === step
    && problem.file === formFilesOf(step).hints);
  return (
    <div class="stack">
      <Select id="form-of" label={t('form.of')} hint={t('form.of_hint')}
        value={chosen ? step : APPLICATION}
        choices={[{ key: APPLICATION, label: t('form.of_application') }, ...tasks.map((task) => ({
          key: task.id,
          label: t(has(task.id) ? 'form.of_step' : 'form.of_step_none', { step: nameOf(task) }),
        }))]}
        onChoose={(key) => setStep(key === APPLICATION ? '' : key)} />
      {chosen && <ShowsCard key={`shows-${step}`} step={step} problems={problems} />}
      {chosen && !has(step)
        ? (
          <Empty title={t('form.none', { step: nameOf(chosen) })}>
            <p>{t('form.none_lead')}</p>
            {mayEdit.value && (
              <p><button type="button" class="button" onClick={() => edit(
                newStepForm(step, shownIn(files.value, step)))}>
                <Icon name="plus" />{t('form.begin')}</button></p>
            )}
          </Empty>
        ) : <FormDesigner key={step} one={one} step={chosen ? step : ''} />}
    </div>
  );
}

function FormDesigner({ one, step }: { one: Draft; step: string }) {
  const [chosen, setChosen] = useState('');
  const names = formFilesOf(step);
  const problems = (useProblems(one).value ?? [])
    .filter((problem) => problem.file === names.schema || problem.file === names.hints);
  const form = readFormFiles(files.value, step);
  if (!form) return <Unreadable file={`${names.schema}, ${names.hints}`} />;
  const change: Change = (changed, key) => edit(writeFormFiles(changed, step), key);
  const choose = (pointer: string) => setChosen(chosen === pointer ? '' : pointer);
  const shared = { form, change, chosen, onChoose: choose, problems };
  const question = chosen ? questionAt(form, chosen) : undefined;
  return (
    <div class="form-designer">
      <section aria-labelledby="form-questions" class="stack">
        <h2 id="form-questions">{t('form.questions')}</h2>
        {editable(
          <ol class="form-pages">
            {pagesIn(form).map((page, index) => (
              <PageCard key={index} page={page} index={index} shared={shared} />))}
          </ol>)}
        {mayEdit.value && (
          <button type="button" class="button secondary" onClick={() => change(addPage(form,
            { vi: 'Trang mới', en: 'New page' }))}>
            <Icon name="plus" />{t('form.add_page')}</button>
        )}
        {step && mayEdit.value && (
          <button type="button" class="button quiet"
            onClick={() => edit(withoutForm(files.value, step))}>
            <Icon name="remove" />{t('form.take_out')}</button>
        )}
      </section>
      <div class="stack form-side">
        {question && (
          <section class="card pad" aria-labelledby="question-panel">
            <h2 id="question-panel">{t('question.panel', { name: labelOf(question) })}</h2>
            {editable(<QuestionPanel key={chosen} form={form} question={question}
              change={change} />)}
            {(question.kind === 'group' || question.kind === 'repeated') && mayEdit.value && (
              <AddQuestion into={question.pointer} {...shared} />
            )}
          </section>
        )}
        <FormPreview form={form} step={step !== ''} />
      </div>
    </div>
  );
}
