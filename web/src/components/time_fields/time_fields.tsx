// Choosing a day and then a time of it: two lists of radio buttons, which keys and fingers and
// screen readers all know.
import { useEffect } from 'preact/hooks';
import { useLoaded } from '../../api/use_loaded';
import { FieldGroup, type FieldFrame } from '../field/field';
import { Loading } from '../loading/loading';
import { ProblemNotice } from '../problem_view/problem_view';
import { showDay, showTime, startSentence } from '../../display/moments';
import { t } from '../../text/appointment';
import { readSlots, type Days, type Slot } from './times';
import './time_fields.css';

interface DayProps { field: FieldFrame; days: Days['days']; chosen: string;
  onChoose: (day: string) => void }

function DayField({ field, days, chosen, onChoose }: DayProps) {
  return (
    <FieldGroup field={field}>
      <div class="time-choices days">
        {days.map(({ date, free }, index) => (
          <label class={free ? 'choice' : 'choice full'} key={date}>
            <input type="radio" name={field.id} id={index ? `${field.id}-${index}` : field.id}
              checked={chosen === date} disabled={!free} onChange={() => onChoose(date)} />
            <span>
              <b>{startSentence(showDay(date))}</b>
              <span class="smaller muted">{free ? t('free', { count: free }) : t('full')}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

interface SlotProps { field: FieldFrame; slots: Slot[]; chosen: string;
  onChoose: (at: string) => void }

function SlotField({ field, slots, chosen, onChoose }: SlotProps) {
  return (
    <FieldGroup field={field}>
      <div class="time-choices">
        {slots.map(({ at, until, free }, index) => (
          <label class={free ? 'choice' : 'choice full'} key={at}>
            <input type="radio" name={field.id} id={index ? `${field.id}-${index}` : field.id}
              checked={chosen === at} disabled={!free} onChange={() => onChoose(at)} />
            <span>
              <b>{showTime(at)}–{showTime(until)}</b>
              <span class="smaller muted">{free ? t('free', { count: free }) : t('full')}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

interface Props { days: Days['days']; day: FieldFrame; slot: FieldFrame; chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** Read the times anew when this changes: a place was taken meanwhile. */
  turn: number }
export interface Chosen { day: string; at: string }

export function TimeFields({ days, day, slot, chosen, onChoose, turn }: Props) {
  const slots = useLoaded<Slot[]>(
    () => (chosen.day ? readSlots(chosen.day) : Promise.resolve([])), [chosen.day, turn]);
  const known = slots.value;
  useEffect(() => {
    if (!chosen.at || !known?.[0]?.at.startsWith(chosen.day)) return;
    const free = known.some((one) => one.at === chosen.at && one.free);
    if (!free) onChoose({ ...chosen, at: '' });
  }, [known]);
  const here = known?.[0]?.at.startsWith(chosen.day || '-');
  return (
    <>
      <DayField field={day} days={days} chosen={chosen.day}
        onChoose={(date) => onChoose({ day: date, at: '' })} />
      <div aria-live="polite">
        {chosen.day && !here && !slots.problem && <Loading />}
        {slots.problem && <ProblemNotice problem={slots.problem} onAgain={slots.reload} />}
      </div>
      {here && known && (
        <SlotField field={slot} slots={known} chosen={chosen.at}
          onChoose={(at) => onChoose({ ...chosen, at })} />
      )}
    </>
  );
}
