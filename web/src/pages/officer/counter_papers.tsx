// The papers handed in: present or not, how many originals and copies, what is lacking.
import { say } from '../../app/language';
import { t } from '../../text/officer';
import { isNeeded, missingPapers, withPaper, type CounterForm, type PaperRow }
  from './counter_state';

interface Props { form: CounterForm; onChange: (form: CounterForm) => void }

function Count({ id, label, value, disabled, onCount }:
  { id: string; label: string; value: number; disabled: boolean; onCount: (n: number) => void }) {
  return (
    <label class="paper-count">
      <span>{label}</span>
      <input class="input" id={id} inputMode="numeric" maxLength={2} autocomplete="off"
        value={disabled ? '0' : String(value)} disabled={disabled}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => onCount(Number(event.currentTarget.value.replace(/\D/g, '')) || 0)} />
    </label>
  );
}

function PaperLine({ row, index, form, onChange }: Props & { row: PaperRow; index: number }) {
  const id = row.paper.id;
  const set = (part: Partial<PaperRow>) => onChange(withPaper(form, id, part));
  const lacks = !row.present && (isNeeded(row.paper) || form.outcome !== 'received');
  return (
    <li>
      <fieldset class="counter-paper">
        <legend class="unseen">{say(row.paper.name)}</legend>
        <label class="tick">
          <input type="checkbox" id={index === 0 ? 'papers-first' : `paper-${id}`}
            checked={row.present}
            onChange={(event) => set({ present: event.currentTarget.checked })} />
          <span>
            {say(row.paper.name)}
            {row.paper.required && (
              <span class="muted smaller nowrap">
                {' · '}{t(row.paper.condition ? 'counter_depends' : 'counter_required')}
              </span>
            )}
            {row.paper.note && <small class="muted">{say(row.paper.note)}</small>}
            <small class="muted">{t('counter_limits', {
              megabytes: row.paper.most_megabytes, pages: row.paper.most_pages })}</small>
          </span>
        </label>
        <Count id={`originals-${id}`} label={t('counter_originals')} value={row.originals}
          disabled={!row.present} onCount={(originals) => set({ originals })} />
        <Count id={`copies-${id}`} label={t('counter_copies')} value={row.copies}
          disabled={!row.present} onCount={(copies) => set({ copies })} />
        {(lacks || form.outcome === 'guided') && (
          <label class="paper-lacking">
            <span>{t('counter_lacking')}</span>
            <input class="input" id={`lacking-${id}`} autocomplete="off" value={row.lacking}
              placeholder={row.present ? '' : t('counter_not_there')}
              onInput={(event) => set({ lacking: event.currentTarget.value })} />
          </label>
        )}
      </fieldset>
    </li>
  );
}

export function PapersPart({ form, onChange }: Props) {
  const missing = missingPapers(form).length;
  if (form.papers.length === 0) return null;
  const markAll = () => onChange({
    ...form, papers: form.papers.map((row) => ({ ...row, present: true, lacking: '' })),
  });
  return (
    <section class="card pad" aria-labelledby="counter-papers">
      <div class="row between">
        <h2 id="counter-papers">{t('counter_papers')}</h2>
        <button type="button" class="button quiet" onClick={markAll}>
          {t('counter_all_present')}
        </button>
      </div>
      <p class="muted">{t('counter_papers_lead')}</p>
      <ul class="counter-papers">
        {form.papers.map((row, index) => (
          <PaperLine key={row.paper.id} row={row} index={index} form={form} onChange={onChange} />
        ))}
      </ul>
      <p role="status" class={missing > 0 ? 'missing' : 'unseen'}>
        {missing > 0 ? t('counter_missing', { count: missing }) : ''}
      </p>
    </section>
  );
}
