// The frame of every input: label, hint, error, in that order, tied to the input by id.
import type { ComponentChildren } from 'preact';
import { t } from '../../text/kit';
import { Icon } from '../icon/icon';
import './field.css';

export interface FieldFrame {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** Where the answer in the field came from, when it was not typed here. */
  note?: string;
  required: boolean;
}

/** What an input is described by: its hint, note and error, where they are. */
export function describedBy(field: FieldFrame): string | undefined {
  const ids = [field.hint && `${field.id}-hint`, field.note && `${field.id}-note`,
    field.error && `${field.id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** A procedure's own words may say already that one need not answer. */
function LabelWords({ field }: { field: FieldFrame }) {
  const says = !field.required && !field.label.endsWith(t('optional'));
  return <>{field.label}{says && <span class="optional"> {t('optional')}</span>}</>;
}

export function HintAndError({ field }: { field: FieldFrame }) {
  return (
    <>
      {field.hint && <p class="hint" id={`${field.id}-hint`}>{field.hint}</p>}
      {field.note && (
        <p class="field-note" id={`${field.id}-note`}><Icon name="check" />{field.note}</p>
      )}
      {field.error && (
        <p class="field-error" id={`${field.id}-error`}>
          <Icon name="alert" />
          <span><span class="unseen">{t('error.prefix')}</span>{field.error}</span>
        </p>
      )}
    </>
  );
}

/** One input with its label. */
export function Field({ field, children }: { field: FieldFrame; children: ComponentChildren }) {
  return (
    <div class={field.error ? 'field wrong' : 'field'}>
      <label class="label" for={field.id}><LabelWords field={field} /></label>
      <HintAndError field={field} />
      {children}
    </div>
  );
}

/** Several inputs under one question. */
export function FieldGroup(
  { field, children }: { field: FieldFrame; children: ComponentChildren },
) {
  return (
    <fieldset class={field.error ? 'field wrong' : 'field'} aria-describedby={describedBy(field)}>
      <legend class="label"><LabelWords field={field} /></legend>
      <HintAndError field={field} />
      {children}
    </fieldset>
  );
}

interface TextProps {
  field: FieldFrame;
  value: string;
  onInput: (text: string) => void;
  lines?: number;
  unit?: string;
  width?: number;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search';
  inputMode?: string;
  autocomplete?: string;
}

/** A line of text (or several lines). Width in characters. */
export function TextField({ field, value, onInput, lines, unit, width, ...rest }: TextProps) {
  const shared = {
    id: field.id,
    class: 'input',
    value,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? true : undefined,
    autocomplete: rest.autocomplete as 'on' | undefined,
    style: width ? { maxWidth: `calc(${width}ch + 34px)` } : undefined,
  };
  if (lines) {
    return (
      <Field field={field}>
        <textarea {...shared} rows={lines}
          onInput={(event) => onInput(event.currentTarget.value)} />
      </Field>
    );
  }
  const input = (
    <input {...shared} type={(rest.type ?? 'text') as 'text'}
      inputMode={rest.inputMode as 'text' | undefined}
      onInput={(event) => onInput(event.currentTarget.value)} />
  );
  return (
    <Field field={field}>
      {unit ? <div class="with-unit">{input}<span>{unit}</span></div> : input}
    </Field>
  );
}
