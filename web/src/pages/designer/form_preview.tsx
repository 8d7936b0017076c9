// The form as an applicant sees it: page by page, by the product's own form engine, also in the
// width of a phone. What is typed here is kept nowhere.
import { useState } from 'preact/hooks';
import { say } from '../../app/language';
import { SchemaField } from '../../components/schema_field/schema_field';
import { checkField } from '../../form/check';
import { fieldsOf, readForm } from '../../form/pages';
import { fieldId, withAnswer, type Path } from '../../form/path';
import type { Answers } from '../../form/schema';
import { t } from '../../text/designer_edit';
import type { FormFiles } from './model/form';
import { Check } from './parts';

export function FormPreview({ form, step }: { form: FormFiles; step?: boolean }) {
  const read = readForm(form.schema, form.hints);
  const [answers, setAnswers] = useState<Answers>({});
  const [at, setAt] = useState(0);
  const [phone, setPhone] = useState(false);
  const [checked, setChecked] = useState(false);
  const page = read.pages[Math.min(at, read.pages.length - 1)];
  const fields = page ? fieldsOf(read, page, answers) : [];
  const errors = checked ? fields.flatMap((field) => checkField(read, answers, field,
    field.path.reduce<unknown>((here, part) => (here as Answers | undefined)?.[part], answers)))
    : [];
  const answer = (path: Path, value: unknown) => setAnswers(
    withAnswer(answers, path, value) as Answers);
  return (
    <section class="card pad preview" aria-labelledby="form-preview">
      <div class="row between">
        <h2 id="form-preview">{t('preview.title')}</h2>
        <Check id="preview-phone" label={t('preview.phone')} on={phone} onChange={setPhone} />
      </div>
      <p class="hint">{t(step ? 'preview.step_text' : 'preview.text')}</p>
      <div class={phone ? 'preview-place phone' : 'preview-place'}>
        {page ? (
          <>
            <p class="muted">{t('preview.page', { number: at + 1, count: read.pages.length })}</p>
            <h3>{say(page.title)}</h3>
            {fields.map((field) => (
              <SchemaField key={fieldId(field.path)} form={read} answers={answers} field={field}
                errors={errors} onAnswer={answer} />
            ))}
            {fields.length === 0 && <p class="muted">{t('preview.nothing')}</p>}
          </>
        ) : <p class="muted">{t('preview.no_page')}</p>}
      </div>
      <div class="row gap-top">
        <button type="button" class="button secondary compact" aria-disabled={at === 0}
          onClick={() => { setChecked(false); setAt(Math.max(0, at - 1)); }}>
          {t('preview.back')}</button>
        <button type="button" class="button secondary compact"
          aria-disabled={at + 1 >= read.pages.length}
          onClick={() => { setChecked(false); setAt(Math.min(read.pages.length - 1, at + 1)); }}>
          {t('preview.next')}</button>
        <button type="button" class="button quiet compact" onClick={() => setChecked(true)}>
          {t('preview.check')}</button>
      </div>
    </section>
  );
}
