// A term as a number and its unit; "none" where there is none.
import { Field } from '../../components/field/field';
import { t } from '../../text/designer_edit';

const UNITS = ['working-days', 'half-days', 'working-hours', 'calendar-days', 'months'] as const;
type Unit = (typeof UNITS)[number];

/** "6 working-days", "1 month": the number and the unit; nothing for "none" and what is no term. */
export function readTerm(text: string): { amount: string; unit: Unit } | undefined {
  const [, amount, word] = /^(\d+) ([a-z-]+)$/.exec(text.trim()) ?? [];
  const unit = UNITS.find((one) => one === word || one === `${word}s`);
  return amount && unit ? { amount, unit } : undefined;
}

export function termWords(text: string): string {
  const term = readTerm(text);
  return term ? `${term.amount} ${t(`unit.${term.unit}`)}` : text;
}

export function TermField({ id, label, value, none, onInput }:
  { id: string; label: string; value: string; none: string; onInput: (text: string) => void }) {
  const term = readTerm(value);
  const unit = term?.unit ?? 'none';
  return (
    <Field field={{ id, label, required: true }}>
      <span class="term-field">
        <input class="input" id={id} inputMode="numeric" value={term?.amount ?? ''}
          disabled={!term} onInput={(event) => {
            const amount = event.currentTarget.value.replace(/\D/g, '');
            if (amount && term) onInput(`${Number(amount)} ${term.unit}`);
          }} />
        <select class="input" aria-label={`${label}: ${t('term.unit')}`} value={unit}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onInput(chosen === 'none' ? 'none' : `${term?.amount ?? 1} ${chosen}`);
          }}>
          <option value="none">{none}</option>
          {UNITS.map((one) => <option key={one} value={one}>{t(`unit.${one}`)}</option>)}
        </select>
      </span>
    </Field>
  );
}
