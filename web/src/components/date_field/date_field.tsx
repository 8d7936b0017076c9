// A known date in three boxes: day, month, year. Gives "YYYY-MM-DD" (also when it does not exist,
// so that the check can say so), or undefined when all boxes are empty.
import { useState } from 'preact/hooks';
import { t } from '../../text/kit';
import { describedBy, FieldGroup, type FieldFrame } from '../field/field';
import './date_field.css';

interface Boxes { day: string; month: string; year: string }

export function readBoxes(value: string | undefined): Boxes {
  const [year = '', month = '', day = ''] = (value ?? '').split('-');
  const plain = (part: string) => part.replace(/^0+/, '');
  return { day: plain(day), month: plain(month), year: plain(year) };
}

export function writeBoxes({ day, month, year }: Boxes): string | undefined {
  if (!day && !month && !year) return undefined;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

interface Props {
  field: FieldFrame;
  value: string | undefined;
  onInput: (date: string | undefined) => void;
  birthday?: boolean;
}

const SIZES = { day: 2, month: 2, year: 4 };

export function DateField({ field, value, onInput, birthday }: Props) {
  const [boxes, setBoxes] = useState(() => readBoxes(value));
  const box = (part: keyof Boxes) => {
    const id = part === 'day' ? field.id : `${field.id}-${part}`;
    const change = (typed: string) => {
      const next = { ...boxes, [part]: typed.replace(/\D/g, '') };
      setBoxes(next);
      onInput(writeBoxes(next));
    };
    return (
      <div class={`date-box ${part}`}>
        <label for={id}>{t(`date.${part}`)}</label>
        <input class="input" id={id} inputMode="numeric" maxLength={SIZES[part]}
          value={boxes[part]} aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy({ ...field, hint: undefined })}
          autocomplete={birthday ? `bday-${part}` : 'off'}
          onInput={(event) => change(event.currentTarget.value)} />
      </div>
    );
  };
  return (
    <FieldGroup field={field}>
      <div class="date-boxes">{box('day')}{box('month')}{box('year')}</div>
    </FieldGroup>
  );
}
