// The fields of one act, drawn from the server's offer alone: no act is known by name here.
import { Fragment } from 'preact';
import { say } from '../../app/language';
import { ChooseOne } from '../../components/choice_field/choice_field';
import { DateField } from '../../components/date_field/date_field';
import { FieldGroup, TextField, type FieldFrame } from '../../components/field/field';
import { Loading } from '../../components/loading/loading';
import { useLater } from '../../app/use_later';
import { t } from '../../text/officer';
import { itemKey, NO_DATE, type FieldError, type Typed, type TypedDate, type TypedItem }
  from './act_input';
import type { InsideError } from './answers_field';
import type { ActField, ActOffer, Dossier, DossierPaper } from './shapes';

interface Props { offer: ActOffer; typed: Typed; errors: FieldError[]; dossier: Dossier;
  onType: (typed: Typed) => void }

const FEW = 4;

export function fieldIdOf(field: string): string {
  return `act-${field.replace('.', '-')}`;
}

function errorOf(errors: FieldError[], field: string): string | undefined {
  return errors.find((wrong) => wrong.field === field)?.message;
}

/** Those at the questions of a form inside the field. */
function insideErrors(errors: FieldError[], field: ActField): InsideError[] {
  return errors.flatMap(({ field: of, id, message }) => (
    of === field.name && id ? [{ id, message }] : []));
}

/** A paper is called as the offer calls it, else as the dossier does; a question as offered. */
export function itemName(
  field: ActField | undefined, papers: DossierPaper[], item: TypedItem,
): string {
  if (item.field !== undefined) {
    const asked = field?.questions?.find((question) => question.value === item.field);
    return say(asked?.label) || item.field;
  }
  const offered = field?.options?.find((option) => option.value === item.paper)?.label;
  return say(offered ?? papers.find((known) => known.paper === item.paper)?.name)
    || (item.paper ?? '');
}

interface PaperItemsProps { id: string; field: ActField; typed: Typed; errors: FieldError[];
  dossier: Dossier; onItems: (items: TypedItem[]) => void }

function PaperItems({ id, field, typed, errors, dossier, onItems }: PaperItemsProps) {
  const set = (paper: string | undefined, part: Partial<TypedItem>) => onItems(
    typed.items.map((item) => (item.paper === paper ? { ...item, ...part } : item)));
  return (
    <ul class="ask-items">
      {typed.items.filter((item) => item.paper !== undefined).map((item, index) => (
        <li key={item.paper}>
          <label class="tick">
            <input type="checkbox" id={index === 0 ? id : undefined} checked={item.chosen}
              onChange={(event) => set(item.paper, { chosen: event.currentTarget.checked })} />
            {itemName(field, dossier.papers, item)}
          </label>
          {item.chosen && field.kind === 'items' && (
            <TextField lines={2} value={item.what}
              field={{ id: `${id}-${itemKey(item)}`, label: t('item_what'), required: true,
                error: errorOf(errors, `${field.name}-${itemKey(item)}`) }}
              onInput={(what) => set(item.paper, { what })} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ItemsField({ field, typed, errors, dossier, onType }: Props & { field: ActField }) {
  const id = fieldIdOf(field.name);
  const later = useLater(() => import('./question_items'), Boolean(field.questions?.length));
  const onItems = (items: TypedItem[]) => onType({ ...typed, items });
  const frame: FieldFrame = {
    id, label: say(field.label), hint: say(field.hint) || undefined,
    error: errorOf(errors, field.name), required: field.required,
  };
  return (
    <>
      <FieldGroup field={frame}>
        <PaperItems {...{ id, field, typed, errors, dossier, onItems }} />
      </FieldGroup>
      {later && (
        <later.QuestionItems id={id} field={field} typed={typed} errors={errors}
          onItems={onItems} />
      )}
    </>
  );
}

export function MomentField({ field, value, onInput }:
  { field: FieldFrame; value: TypedDate; onInput: (value: TypedDate) => void }) {
  return (
    <div class="moment-field">
      <DateField field={field} value={value.date}
        onInput={(date) => onInput({ ...value, date })} />
      <TextField width={5} inputMode="numeric" value={value.time}
        field={{ id: `${field.id}-time`, label: t('time_label'), hint: t('time_hint'),
          required: true }}
        onInput={(time) => onInput({ ...value, time })} />
    </div>
  );
}

function PlainField({ field, typed, errors, onType }: Props & { field: ActField }) {
  const frame: FieldFrame = {
    id: fieldIdOf(field.name), label: say(field.label), hint: say(field.hint) || undefined,
    error: errorOf(errors, field.name), required: field.required,
  };
  const value = typed.texts[field.name] ?? '';
  const setText = (text: string) =>
    onType({ ...typed, texts: { ...typed.texts, [field.name]: text } });
  const date = typed.dates[field.name] ?? NO_DATE;
  const setDate = (changed: TypedDate) =>
    onType({ ...typed, dates: { ...typed.dates, [field.name]: changed } });
  if (field.kind === 'moment') {
    return <MomentField field={frame} value={date} onInput={setDate} />;
  }
  if (field.kind === 'date') {
    return (
      <DateField field={frame} value={date.date}
        onInput={(changed) => setDate({ ...date, date: changed })} />
    );
  }
  if (field.kind === 'choice') {
    const options = (field.options ?? [])
      .map((option) => ({ key: option.value, label: say(option.label) }));
    return (
      <ChooseOne field={frame} options={options} chosen={value || undefined}
        as_list={options.length > FEW} onChoose={(key) => setText(key ?? '')} />
    );
  }
  return (
    <TextField field={frame} value={value} onInput={setText}
      lines={field.kind === 'long-text' ? 3 : undefined}
      inputMode={field.kind === 'money' ? 'numeric' : undefined}
      width={field.kind === 'money' ? 14 : undefined} />
  );
}

/** The form with the answers given, fetched when an act corrects it. */
function AnswersField({ field, typed, errors, dossier, onType }: Props & { field: ActField }) {
  const part = useLater(() => import('./answers_field'));
  if (!part) return <Loading />;
  return (
    <part.AnswersField id={fieldIdOf(field.name)} label={say(field.label)} dossier={dossier}
      open={field.open} errors={insideErrors(errors, field)}
      answers={typed.answers ?? {}} onAnswers={(answers) => onType({ ...typed, answers })} />
  );
}

function TaskForm({ field, typed, errors, onType }: Props & { field: ActField }) {
  const part = useLater(() => import('./answers_field'));
  if (!part) return <Loading />;
  return (
    <part.TaskForm id={fieldIdOf(field.name)} label={say(field.label)}
      schema={field.form?.schema} hints={field.form?.hints} errors={insideErrors(errors, field)}
      answers={typed.answers ?? {}} onAnswers={(answers) => onType({ ...typed, answers })} />
  );
}

const DRAWN: Partial<Record<ActField['kind'], typeof PlainField>> =
  { items: ItemsField, papers: ItemsField, answers: AnswersField, 'task-form': TaskForm };

/** What the step shows of the application, to be read beside what is filled in. */
function Shown({ rows }: { rows: NonNullable<ActOffer['shows']> }) {
  return (
    <section class="act-shown" aria-label={t('act_shown')}>
      <h3>{t('act_shown')}</h3>
      <dl class="kv">
        {rows.map((row) => (
          <Fragment key={row.path}>
            <dt>{say(row.label)}</dt>
            <dd>{row.value ? say(row.value) : <span class="muted">{t('act_unanswered')}</span>}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

export function ActFields(props: Props) {
  return (
    <>
      {props.offer.shows && <Shown rows={props.offer.shows} />}
      {props.offer.fields.map((field) => {
        const Drawn = DRAWN[field.kind] ?? PlainField;
        return <Drawn key={field.name} field={field} {...props} />;
      })}
    </>
  );
}
