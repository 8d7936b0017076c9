// The answers of an application, opened to be corrected in the form they were given in. The server
// checks them; only what was changed is recorded.
import { useLoaded } from '../../api/use_loaded';
import { say } from '../../app/language';
import { Loading } from '../../components/loading/loading';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { SchemaField } from '../../components/schema_field/schema_field';
import { fieldsOf, readForm, type Form } from '../../form/pages';
import { fieldId, withAnswer } from '../../form/path';
import type { Answers } from '../../form/schema';
import { t } from '../../text/officer';
import { readProcedure } from './desk';
import type { Dossier } from './shapes';

interface Props { id: string; label: string; dossier: Dossier; answers: Answers;
  onAnswers: (answers: Answers) => void }

function Pages({ form, answers, onAnswers }: Pick<Props, 'answers' | 'onAnswers'>
  & { form: Form }) {
  return (
    <>
      {form.pages.map((page) => {
        const fields = fieldsOf(form, page, answers);
        return fields.length > 0 && (
          <section key={page.title.vi}>
            <h3>{say(page.title)}</h3>
            {fields.map((field) => (
              <SchemaField key={fieldId(field.path)} form={form} answers={answers} field={field}
                errors={[]} bare={fields.length === 1} onAnswer={(path, answer) =>
                  onAnswers(withAnswer(answers, path, answer) as Answers)} />
            ))}
          </section>
        );
      })}
    </>
  );
}

export function AnswersField({ id, label, dossier, answers, onAnswers }: Props) {
  const { procedure, procedure_version: version } = dossier;
  const form = useLoaded(async () => {
    const read = await readProcedure(procedure, version);
    return readForm(read.schema, read.hints);
  }, [procedure, version]);
  return (
    <details id={id} class="answers-field">
      <summary>{t('answers_open', { form: label })}</summary>
      {form.value && <Pages form={form.value} answers={answers} onAnswers={onAnswers} />}
      {form.problem && <ProblemNotice problem={form.problem} onAgain={form.reload} />}
      {form.loading && <Loading />}
    </details>
  );
}
