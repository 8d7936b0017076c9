// The six digits of an authenticator, or a spare code; phones offer to fill them in.
import { TextField, type FieldFrame } from '../field/field';

export function CodeField({ field, value, onInput }:
  { field: FieldFrame; value: string; onInput: (code: string) => void }) {
  return (
    <TextField field={field} value={value} onInput={onInput} width={12}
      autocomplete="one-time-code" />
  );
}
