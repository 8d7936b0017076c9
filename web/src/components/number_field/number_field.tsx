// A number typed with or without separators: "1200000", "1.200.000", "1 200 000". Gives the number,
// or the text as typed when it is none (so that the check can say so), or undefined when empty.
import { useState } from 'preact/hooks';
import { showNumber } from '../../display/numbers';
import { TextField, type FieldFrame } from '../field/field';

export function readNumber(typed: string): number | string | undefined {
  const plain = typed.replace(/[\s.,](?=\d{3}(\D|$))/g, '').replace(/\s/g, '').replace(',', '.');
  if (!plain) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : typed;
}

interface Props {
  field: FieldFrame;
  value: unknown;
  onInput: (value: number | string | undefined) => void;
  unit?: string;
  width?: number;
}

export function NumberField({ field, value, onInput, unit, width }: Props) {
  const shown = typeof value === 'number' ? showNumber(value) : String(value ?? '');
  const [typed, setTyped] = useState(shown);
  const change = (text: string) => { setTyped(text); onInput(readNumber(text)); };
  return (
    <TextField field={field} value={typed} onInput={change} unit={unit} width={width ?? 14}
      inputMode="numeric" autocomplete="off" />
  );
}
