// Choosing the procedure by typing a few letters, marks not needed: a combobox with a list.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../app/language';
import { Field, type FieldFrame } from '../../components/field/field';
import { contains } from '../../display/fold';
import { t } from '../../text/officer';
import type { ProcedureSummary } from './shapes';

/** `procedures` are undefined until they are there. */
interface Props { procedures?: ProcedureSummary[]; chosen?: string; error?: string;
  onChoose: (procedure: string) => void }

const ID = 'counter-procedure';

/** What a procedure is found by: its name in both languages, its summary, its id. */
function wordsOf(one: ProcedureSummary): string {
  return [one.name.vi, one.name.en, one.summary.vi, one.summary.en, one.id].join(' ');
}

interface ListState { open: boolean; at: number; typed: string }

export function ProcedureBox({ procedures, chosen, error, onChoose }: Props) {
  const [list, setList] = useState<ListState>({ open: false, at: 0, typed: '' });
  const input = useRef<HTMLInputElement>(null);
  const all = procedures ?? [];
  const name = say(all.find((one) => one.id === chosen)?.name);
  // Before the screen is drawn: what is typed at once must not be undone.
  useLayoutEffect(() => { setList({ open: false, at: 0, typed: name }); }, [chosen, name]);
  const found = list.typed === name && chosen ? all
    : all.filter((one) => contains(wordsOf(one), list.typed));
  const at = Math.min(list.at, found.length - 1);
  const take = (index: number) => {
    const procedure = found[index];
    if (!procedure) return;
    setList({ open: false, at: 0, typed: say(procedure.name) });
    onChoose(procedure.id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = list.open ? (at + step + found.length) % Math.max(1, found.length) : 0;
      setList({ ...list, open: true, at: next });
    } else if (event.key === 'Enter' && list.open && found.length === 0) {
      event.preventDefault();  // nothing to go on with: what was typed stays
      event.stopPropagation();
    } else if (event.key === 'Enter' && list.open) {
      take(at);
    } else if (event.key === 'Escape' && list.open) {
      event.stopPropagation();
      setList({ open: false, at: 0, typed: name });
    }
  };
  const frame: FieldFrame = { id: ID, label: t('counter_procedure'),
    hint: t('counter_procedure_hint'), error, required: true };
  return (
    <div class="combobox">
      <Field field={frame}>
        <input class="input" id={ID} ref={input} role="combobox" autocomplete="off"
          aria-expanded={list.open} aria-controls={`${ID}-list`} aria-autocomplete="list"
          aria-describedby={error ? `${ID}-hint ${ID}-error` : `${ID}-hint`}
          aria-invalid={error ? true : undefined} value={list.typed}
          aria-activedescendant={list.open && found[at] ? `${ID}-${found[at].id}` : undefined}
          onInput={(event) => setList({ open: true, at: 0, typed: event.currentTarget.value })}
          onKeyDown={onKey} onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setList({ open: false, at: 0, typed: name })} />
      </Field>
      <ul id={`${ID}-list`} role="listbox" aria-label={t('counter_procedure')}
        class={list.open ? 'options' : 'options closed'}>
        {list.open && found.map((procedure, index) => (
          <li key={procedure.id} id={`${ID}-${procedure.id}`} role="option"
            aria-selected={index === at}
            onMouseDown={(event) => { event.preventDefault(); take(index); }}>
            <b>{say(procedure.name)}</b>
            <span class="muted smaller">
              {procedure.terms.map((one) => say(one.term))
                .filter((term, place, all) => all.indexOf(term) === place).join(' · ')}
            </span>
          </li>
        ))}
        {list.open && procedures && found.length === 0 && (
          <li role="option" aria-disabled="true" aria-selected={false}>{t('counter_no_match')}</li>
        )}
      </ul>
      <p class="unseen" role="status">
        {list.open && procedures ? t('counter_matches', { count: found.length }) : ''}
      </p>
    </div>
  );
}
