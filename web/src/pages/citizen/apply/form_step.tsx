// One page of questions. Checked on "continue", saved on every move and shortly after typing stops.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { say } from '../../../app/language';
import { go } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { SchemaField } from '../../../components/schema_field/schema_field';
import { checkField, type FormError } from '../../../form/check';
import { at, fieldId } from '../../../form/path';
import { fieldsOf } from '../../../form/pages';
import { typeOf } from '../../../form/schema';
import { t } from '../../../text/apply';
import { guarded } from '../account/account';
import { originOf } from './filled';
import { Back, SavedLine, StepFrame } from './step_frame';
import { REVIEW, stepHref, stepsOf, type Step } from './steps';
import { giveAnswer, saveWork, unsaved, work, type Work } from './work';

const PAUSE_MS = 1500;

interface Props { now: Work; steps: Step[]; step: Step; change: boolean }

/** Saves a little after the last key, and when the page is left. */
function useAutosave(now: Work, step: Step): void {
  const position = step.page ?? 0;
  useEffect(() => {
    if (!unsaved.value) return undefined;
    const timer = setTimeout(() => {
      // a save in passing: what fails here is told when the person presses "continue"
      saveWork(position, step.slug).catch(() => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [now.answers]);
  useEffect(() => () => {
    if (unsaved.value) saveWork(position, step.slug).catch(() => undefined);
  }, []);
}

function useChecking(now: Work, step: Step, change: boolean) {
  const [errors, setErrors] = useState<FormError[]>([]);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const [saving, setSaving] = useState(false);
  const page = now.form.pages[step.page ?? 0];
  const check = (): FormError[] => (page ? fieldsOf(now.form, page, now.answers)
    .flatMap((field) =>
      checkField(now.form, now.answers, field, at(now.answers, field.path))) : []);

  const submit = async (event?: Event) => {
    event?.preventDefault();
    if (saving) return;
    const found = check();
    setErrors(found);
    setTurn((count) => count + 1);
    if (found.length) return;
    setSaving(true);
    setProblem(undefined);
    try {
      await guarded(() => saveWork(step.page ?? 0, step.slug));
      const steps = stepsOf(work.value ?? now);
      const after = steps[steps.findIndex((one) => one.slug === step.slug) + 1];
      const slug = change ? REVIEW : after?.slug ?? REVIEW;
      go(stepHref(now.procedure.id, now.draft.id, slug));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setSaving(false);
    }
  };
  return { page, errors, turn, problem, saving, submit };
}

export function FormStep({ now, steps, step, change }: Props) {
  const { page, errors, turn, problem, saving, submit } = useChecking(now, step, change);
  useAutosave(now, step);
  if (!page) return null;
  const fields = fieldsOf(now.form, page, now.answers);
  const only = fields.length === 1;
  return (
    <StepFrame now={now} steps={steps} step={step} errors={errors} turn={turn}>
      {page.intro && <p class="apply-intro">{say(page.intro)}</p>}
      <form noValidate onSubmit={(event) => void submit(event)}>
        {fields.map((field) => (
          <SchemaField key={fieldId(field.path)} form={now.form} answers={now.answers}
            field={field} errors={errors} onAnswer={giveAnswer}
            noteOf={(path) => {
              const origin = originOf(now.filled, path);
              return origin && t(`filled.${origin}`);
            }}
            bare={only && typeOf(field.schema) === 'object'} />
        ))}
        {problem && <ProblemNotice problem={problem} onAgain={() => void submit()} />}
        <div class="apply-bar">
          <button class="button" aria-disabled={saving}>
            {t(change ? 'return' : 'continue')}<Icon name="arrow" />
          </button>
          {!change && <Back now={now} steps={steps} step={step} />}
          <SavedLine saving={saving} />
        </div>
      </form>
    </StepFrame>
  );
}
