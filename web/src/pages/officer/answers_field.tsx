// The answers of an application, opened to be corrected in the form they were given in. The server
// checks them; only what was changed is recorded.
import { useLoaded } from '../../api/use_loaded';
import { say } from '../../app/language';
import { Loading } from '../../components/loading/loading';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { SchemaField } from '../../components/schema_field/schema_field';
import { fieldAt, fieldsOf, readForm, type Form } from '../../form/pages';
import { fieldId, readPointer, withAnswer } from '../../form/path';
import type { Answers } from '../../form/schema';
import { t } from '../../text/officer';
import { readProcedure } from './desk';
import type { Dossier } from './shapes';

/** What is wrong with a question, by the id of its input. */
export interface InsideError { id: string; message: string }

interface Props { id: string; label: string; dossier: Dossier; answers: Answers;
  /** JSON Pointers of those that may change; all where it is not given. */
  open?: string[];
  errors: InsideError[];
  onAnswers: (answers: Answers) => void }

type PagesProps = Pick<Props, 'answers' | 'onAnswers' | 'open' | 'errors'> & { form: Form };

function Opened({ form, answers, errors, onAnswers, open = [] }: PagesProps) {
  return (
    <>
      {open.map((path) => {
        const field = fieldAt(form, answers, readPointer(path));
        return field && (
          <SchemaField key={path} form={form} answers={answers} field={field} errors={errors}
            onAnswer={(at, answer) => onAnswers(withAnswer(answers, at, answer) as Answers)} />
        );
      })}
    </>
  );
}

function Pages({ form, answers, errors, onAnswers }: PagesProps) {
  return (
    <>
      {form.pages.map((page) => {
        const fields = fieldsOf(form, page, answers);
        return fields.length > 0 && (
          <section key={page.title.vi}>
            <h3>{say(page.title)}</h3>
            {fields.map((field) => (
              <SchemaField key={fieldId(field.path)} form={form} answers={answers} field={field}
                errors={errors} bare={fields.length === 1} onAnswer={(path, answer) =>
                  onAnswers(withAnswer(answers, path, answer) as Answers)} />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** The form of the step itself, filled in with the act that completes it. */
export function TaskForm({ id, label, schema, hints, answers, errors, onAnswers }:
  { id: string; label: string; schema: unknown; hints: unknown; answers: Answers;
    errors: InsideError[]; onAnswers: (answers: Answers) => void }) {
  return (
    <section id={id} class="answers-field" aria-label={label}>
      <Pages form={readForm(schema, hints)} answers={answers} errors={errors}
        onAnswers={onAnswers} />
    </section>
  );
}

export function AnswersField({ id, label, dossier, answers, open, errors, onAnswers }: Props) {
  const Part = open ? Opened : Pages;
  const { procedure, procedure_version: version } = dossier;
  const form = useLoaded(async () => {
    const read = await readProcedure(procedure, version);
    return readForm(read.schema, read.hints);
  }, [procedure, version]);
  return (
    <details id={id} class="answers-field" open={open !== undefined || errors.length > 0}>
      <summary>{t('answers_open', { form: label })}</summary>
      {form.value && (
        <Part form={form.value} answers={answers} open={open} errors={errors}
          onAnswers={onAnswers} />
      )}
      {form.problem && <ProblemNotice problem={form.problem} onAgain={form.reload} />}
      {form.loading && <Loading />}
    </details>
  );
}
