// A line of text with a list that helps but does not bind: the browser's own suggestions.
import { describedBy, Field, type FieldFrame } from '../field/field';

interface Props {
  field: FieldFrame;
  value: string;
  suggestions: string[];
  onInput: (text: string | undefined) => void;
  autocomplete?: string;
}

export function SuggestField({ field, value, suggestions, onInput, autocomplete }: Props) {
  const list = `${field.id}-suggestions`;
  return (
    <Field field={field}>
      <input class="input" id={field.id} value={value} list={list}
        autocomplete={autocomplete as 'on' | undefined}
        aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}
        onInput={(event) => onInput(event.currentTarget.value || undefined)} />
      <datalist id={list}>
        {suggestions.map((one) => <option key={one} value={one} />)}
      </datalist>
    </Field>
  );
}
