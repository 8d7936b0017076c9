// Small inputs of the designer: one line, several lines, a choice, a button with an icon, and a
// value that is shown as two languages side by side.
import type { ComponentChildren } from 'preact';
import { say, type Text } from '../../app/language';
import { Icon, type IconName } from '../../components/icon/icon';
import { Field, TextField } from '../../components/field/field';
import { Notice } from '../../components/notice/notice';
import { t } from '../../text/designer';
import type { DesignProblem } from './desk';

interface LineProps { id: string; label: string; value: string; onInput: (text: string) => void;
  hint?: string; optional?: boolean; lines?: number; width?: number; unit?: string }

export function Line({ id, label, value, onInput, hint, optional, ...rest }: LineProps) {
  return (
    <TextField field={{ id, label, hint, required: !optional }} value={value} onInput={onInput}
      {...rest} />
  );
}

export interface Choice { key: string; label: string }

export function Select({ id, label, value, choices, onChoose, hint }:
  { id: string; label: string; value: string; choices: Choice[]; hint?: string;
    onChoose: (key: string) => void }) {
  const known = choices.some((one) => one.key === value);
  return (
    <Field field={{ id, label, hint, required: true }}>
      <select class="input" id={id} value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}>
        {!known && <option value={value}>{value || '–'}</option>}
        {choices.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}
      </select>
    </Field>
  );
}

export function Check({ id, label, on, onChange }:
  { id: string; label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="tick" for={id}>
      <input id={id} type="checkbox" checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Its name is read, its icon is seen; what it is about follows unseen. */
export function Tool({ icon, label, about, onClick, off, turned }:
  { icon: IconName; label: string; about?: string; onClick: () => void; off?: boolean;
    turned?: boolean }) {
  return (
    <button type="button" class={turned ? 'tool turned' : 'tool'} title={label}
      aria-disabled={off || undefined} onClick={() => { if (!off) onClick(); }}>
      <Icon name={icon} /><span class="unseen">{label}{about ? `: ${about}` : ''}</span>
    </button>
  );
}

export function BothTexts({ id, label, value, onInput, lines, optional }:
  { id: string; label: string; value: Text; lines?: number; optional?: boolean;
    onInput: (part: Partial<Text>) => void }) {
  return (
    <div class="both">
      <Line id={`${id}-vi`} label={`${label} (${t('vietnamese')})`} value={value.vi} lines={lines}
        optional={optional}
        onInput={(vi) => onInput({ vi })} />
      <Line id={`${id}-en`} label={`${label} (${t('english')})`} value={value.en} lines={lines}
        optional={optional}
        onInput={(en) => onInput({ en })} />
    </div>
  );
}

/** What Check found here, at its place. */
export function ProblemsHere({ problems }: { problems: DesignProblem[] }) {
  return (
    <>
      {problems.map((one) => (
        <p key={`${one.code}${one.element}${one.line}`}
          class={one.severity === 'error' ? 'here-wrong' : 'here-warning'}>
          <Icon name={one.severity === 'error' ? 'alert' : 'info'} />
          <span><span class="strong">{t(`severity.${one.severity}`)}: </span>{say(one.what)}</span>
        </p>
      ))}
    </>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="card pad stack designer-empty">
      <p class="strong">{title}</p>{children}
    </div>
  );
}

/** A file that cannot be read here says so, and the rest of the page stays. */
export function Unreadable({ file }: { file: string }) {
  return <Notice kind="late"><p>{t('unreadable', { file })}</p></Notice>;
}
