// Choosing from a long list by typing a few letters, marks not needed: a combobox with a listbox
// (ARIA APG, "editable combobox with list autocomplete"). By keyboard, pointer or finger.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { contains, fold } from '../../display/fold';
import { t } from '../../text/form';
import type { Option } from '../choice_field/choice_field';
import { describedBy, Field, type FieldFrame } from '../field/field';
import './search_choice.css';

export interface SearchOption extends Option {
  /** A second, quieter line. */
  more?: string;
  /** What else it is found by. */
  words?: string;
}

interface Props {
  field: FieldFrame;
  /** Undefined until they are there. */
  options: SearchOption[] | undefined;
  chosen: string | undefined;
  /** With nothing when what was chosen is wiped out. */
  onChoose: (key: string | undefined) => void;
  /** Said where nothing matches, and how many do. */
  noMatch?: string;
  matches?: (count: number) => string;
  autocomplete?: string;
  /** What is typed counts too, in the list or not. */
  free?: boolean;
}

interface ListState { open: boolean; at: number; typed: string }

/** What the input shows; a key without an option is shown as it is. */
function nameOf(options: SearchOption[], chosen: string | undefined): string {
  return options.find((one) => one.key === chosen)?.label ?? chosen ?? '';
}

function useSearch({ options, chosen, onChoose, free }: Props) {
  const all = options ?? [];
  const name = nameOf(all, chosen);
  const [list, setList] = useState<ListState>({ open: false, at: 0, typed: name });
  // Before the screen is drawn: what is typed at once must not be undone.
  useLayoutEffect(() => { setList({ open: false, at: 0, typed: name }); }, [chosen, name]);
  const found = list.typed === name && chosen ? all
    : all.filter((one) => contains(`${one.label} ${one.words ?? ''}`, list.typed));
  const at = Math.min(list.at, found.length - 1);
  const take = (option: SearchOption | undefined) => {
    if (!option) return;
    setList({ open: false, at: 0, typed: option.label });
    onChoose(option.key);
  };
  const leave = () => {
    const typed = list.typed.trim();
    if (typed === '' && chosen) onChoose(undefined);
    const meant = all.find((one) => fold(one.label) === fold(typed));
    if (meant && meant.key !== chosen) take(meant);
    else if (free && !meant && typed !== '' && typed !== name) take({ key: typed, label: typed });
    else setList({ open: false, at: 0, typed: list.typed.trim() === '' ? '' : name });
  };
  return { list, setList, name, found, at, take, leave };
}

type Search = ReturnType<typeof useSearch>;

function onKey({ list, setList, name, found, at, take }: Search, event: KeyboardEvent) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const next = list.open ? (at + step + found.length) % Math.max(1, found.length) : 0;
    setList({ ...list, open: true, at: next });
  } else if (event.key === 'Enter' && list.open) {
    event.preventDefault();  // where nothing matches, what was typed stays
    event.stopPropagation();
    take(found[at]);
  } else if (event.key === 'Escape' && list.open) {
    event.stopPropagation();
    setList({ open: false, at: 0, typed: name });
  }
}

/** `noMatch` undefined: the options are not there yet, and nothing is said of them. */
function Options({ id, search, label, noMatch }:
  { id: string; search: Search; label: string; noMatch: string | undefined }) {
  const { list, found, at, take } = search;
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, list.open]);
  return (
    <ul id={`${id}-list`} role="listbox" aria-label={label} ref={box}
      class={list.open ? 'options' : 'options closed'}>
      {list.open && found.map((option, index) => (
        <li key={option.key} id={`${id}-${option.key}`} role="option" aria-selected={index === at}
          onMouseDown={(event) => { event.preventDefault(); take(option); }}>
          {option.more === undefined ? option.label : (
            <><b>{option.label}</b><span class="muted smaller">{option.more}</span></>
          )}
        </li>
      ))}
      {list.open && found.length === 0 && noMatch !== undefined && (
        <li role="option" aria-disabled="true" aria-selected={false}>{noMatch}</li>
      )}
    </ul>
  );
}

export function SearchChoice(props: Props) {
  const { field, options, autocomplete, noMatch = t('search.none') } = props;
  const search = useSearch(props);
  const { list, setList, found, at, leave } = search;
  const current = list.open ? found[at] : undefined;
  const matches = props.matches ?? ((count: number) => t('search.count', { count }));
  return (
    <div class="combobox">
      <Field field={field}>
        <input class="input" id={field.id} role="combobox"
          autocomplete={(autocomplete ?? 'off') as 'off'} aria-autocomplete="list"
          aria-expanded={list.open} aria-controls={`${field.id}-list`}
          aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}
          aria-activedescendant={current && `${field.id}-${current.key}`} value={list.typed}
          onInput={(event) => setList({ open: true, at: 0, typed: event.currentTarget.value })}
          onKeyDown={(event) => onKey(search, event)}
          onFocus={(event) => event.currentTarget.select()} onBlur={leave} />
      </Field>
      <Options id={field.id} search={search} label={field.label}
        noMatch={options && noMatch} />
      <p class="unseen" role="status">{list.open && options ? matches(found.length) : ''}</p>
    </div>
  );
}
