// The questions of a procedure's form at the counter; fetched when a procedure is chosen.
import { SchemaField } from '../../components/schema_field/schema_field';
import { fieldsOf, readForm } from '../../form/pages';
import { fieldId, withAnswer, type Path } from '../../form/path';
import type { Answers } from '../../form/schema';
import { t } from '../../text/officer';
import type { CounterForm } from './counter_state';
import type { Procedure } from './shapes';

interface Props { form: CounterForm; onChange: (form: CounterForm) => void; procedure: Procedure }

/** The questions of the form, copied from the paper where they matter. */
export function FormPart({ form, onChange, procedure }: Props) {
  const asked = readForm(procedure.schema, procedure.hints);
  const answer = (path: Path, value: unknown) => onChange({
    ...form, answers: withAnswer(form.answers, path, value) as Answers,
  });
  return (
    <details class="card pad">
      <summary><h2 class="in-summary">{t('counter_form')}</h2></summary>
      <p class="muted">{t('counter_form_lead')}</p>
      <div class="gap-top">
        {asked.pages.flatMap((page) => fieldsOf(asked, page, form.answers)).map((field) => (
          <SchemaField key={fieldId(field.path)} form={asked} answers={form.answers} errors={[]}
            field={{ ...field, required: true }} onAnswer={answer} />
        ))}
      </div>
    </details>
  );
}
