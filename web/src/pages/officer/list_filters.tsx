// The counters and filters above a list. Counters are buttons that filter by deadline.
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { t, type OfficerKey } from '../../text/officer';
import { choose, DUES, SORTS, type Choice, type Sort, type View } from './list_query';
import type { DossierList, ProcedureSummary } from './shapes';

const SORT_WORDS: Record<Sort, OfficerKey> = {
  'due': 'sort_due', '-due': 'sort_due_down', 'received': 'sort_received',
  '-received': 'sort_received_down', 'code': 'sort_code', '-code': 'sort_code',
};
const NATIONAL_STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function Counters({ view, choice, counts }:
  { view: View; choice: Choice; counts: DossierList['counts'] }) {
  return (
    <div class="counters" role="group" aria-label={t('filter_due')}>
      {DUES.map((due) => (
        <button type="button" key={due} class={due} aria-pressed={choice.due === due}
          onClick={() => choose(view, {
            ...choice, due: choice.due === due ? undefined : due, page: 1,
          })}>
          <b>{counts?.[due] ?? 0}</b>{t(`due_${due}`)}
        </button>
      ))}
    </div>
  );
}

function SearchBox({ view, choice }: { view: View; choice: Choice }) {
  const [typed, setTyped] = useState(choice.q);
  useEffect(() => { setTyped(choice.q); }, [choice.q]);
  const submit = (event: Event) => {
    event.preventDefault();
    choose(view, { ...choice, q: typed.trim(), page: 1 });
  };
  return (
    <form class="search-box" role="search" onSubmit={submit}>
      <label class="unseen" for="list-search">{t('search_label')}</label>
      <Icon name="search" />
      <input class="input" id="list-search" type="search" placeholder={t('search_hint')}
        value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      <button type="submit" class="button secondary">{t('search_go')}</button>
    </form>
  );
}

interface SelectProps { id: string; label: string; value: string;
  options: [string, string][]; onChoose: (value: string) => void }

function FilterSelect({ id, label, value, options, onChoose }: SelectProps) {
  return (
    <div>
      <label class="unseen" for={id}>{label}</label>
      <select class="input" id={id} value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
      </select>
    </div>
  );
}

export function Filters({ view, choice, procedures }:
  { view: View; choice: Choice; procedures: ProcedureSummary[] }) {
  const set = (part: Partial<Choice>) => choose(view, { ...choice, ...part, page: 1 });
  return (
    <div class={view === 'all' ? 'filters wide' : 'filters'}>
      <SearchBox view={view} choice={choice} />
      <FilterSelect id="list-procedure" label={t('procedure_filter')} value={choice.procedure}
        onChoose={(procedure) => set({ procedure })}
        options={[['', t('procedure_any')],
          ...procedures.map((item): [string, string] => [item.id, say(item.name)])]} />
      {view === 'all' && (
        <FilterSelect id="list-status" label={t('status_filter')} value={choice.status}
          onChoose={(status) => set({ status })}
          options={[['', t('status_any')], ...NATIONAL_STATUSES.map((number): [string, string] =>
            [String(number), t(`status_${number}` as OfficerKey)])]} />
      )}
      <FilterSelect id="list-sort" label={t('sort_label')} value={choice.sort}
        onChoose={(sort) => set({ sort: SORTS.find((known) => known === sort) ?? 'due' })}
        options={SORTS.map((sort) => [sort, t(SORT_WORDS[sort])])} />
      {view === 'all' && (
        <label class="tick">
          <input type="checkbox" checked={choice.open}
            onChange={(event) => set({ open: event.currentTarget.checked })} />
          {t('open_only')}
        </label>
      )}
    </div>
  );
}
