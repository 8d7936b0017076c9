// Choosing: one of few (cards), one of many (a list), several (ticked cards), or a single tick.
import { small } from '../../display/small';
import { t } from '../../text/form';
import { describedBy, Field, FieldGroup, HintAndError, type FieldFrame } from '../field/field';
import './choice_field.css';

export interface Option { key: string; label: string }

interface OneProps {
  field: FieldFrame;
  options: Option[];
  chosen: string | undefined;
  onChoose: (key: string | undefined) => void;
  as_list?: boolean;
}

export function ChooseOne({ field, options, chosen, onChoose, as_list }: OneProps) {
  if (as_list) {
    return (
      <Field field={field}>
        <select class="input" id={field.id} value={chosen ?? ''}
          aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}
          onChange={(event) => onChoose(event.currentTarget.value || undefined)}>
          <option value="">{t('choose', { small: small(field.label) })}</option>
          {options.map((option) => (
            <option key={option.key} value={option.key}>{option.label}</option>
          ))}
        </select>
      </Field>
    );
  }
  return (
    <FieldGroup field={field}>
      {options.map((option, index) => (
        <label class="choice" key={option.key}>
          <input type="radio" name={field.id} checked={chosen === option.key}
            id={index ? `${field.id}-${index}` : field.id}
            onChange={() => onChoose(option.key)} />
          {option.label}
        </label>
      ))}
    </FieldGroup>
  );
}

interface SeveralProps {
  field: FieldFrame;
  options: Option[];
  chosen: string[];
  onChoose: (keys: string[]) => void;
}

export function ChooseSeveral({ field, options, chosen, onChoose }: SeveralProps) {
  const toggle = (key: string, on: boolean) => {
    const kept = new Set(chosen);
    if (on) kept.add(key);
    else kept.delete(key);
    onChoose(options.map((option) => option.key).filter((one) => kept.has(one)));
  };
  return (
    <FieldGroup field={field}>
      {options.map((option, index) => (
        <label class="choice" key={option.key}>
          <input type="checkbox" checked={chosen.includes(option.key)}
            id={index ? `${field.id}-${index}` : field.id}
            onChange={(event) => toggle(option.key, event.currentTarget.checked)} />
          {option.label}
        </label>
      ))}
    </FieldGroup>
  );
}

interface TickProps { field: FieldFrame; ticked: boolean; onTick: (on: boolean) => void }

export function Tick({ field, ticked, onTick }: TickProps) {
  return (
    <div class={field.error ? 'field wrong' : 'field'}>
      <HintAndError field={field} />
      <label class="choice">
        <input type="checkbox" id={field.id} checked={ticked}
          aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}
          onChange={(event) => onTick(event.currentTarget.checked)} />
        {field.label}
      </label>
    </div>
  );
}
