// Lists of tables in a TOML file of a draft (papers, cases, deciders, limits), each item with its
// place in the list. What is not shown keeps its characters, comments and order.
import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon/icon';
import { t } from '../../text/designer_edit';
import type { DesignProblem } from './desk';
import { editable } from './frame';
import {
  addTable, dropTable, editToml, listOf, moveTable, parseToml, partOf, setIn, tableOf, type Toml,
  type TomlTable, type TomlValue,
} from './model/toml';
import { ProblemsHere, Tool } from './parts';
import { edit, files, mayEdit } from './store';

export function changeIn(file: string, work: (toml: Toml) => void, key = ''): void {
  edit({ [file]: editToml(files.value[file] ?? '', work) }, key);
}

/** Sets one value; `read` makes it of what was typed; the table is written where it is missing. */
export function setterIn(file: string, name: string, index: number, key: string,
  read: (text: string) => TomlValue | undefined = (text) => text || undefined) {
  return (text: string) => changeIn(file, (toml) => {
    const table = tableOf(toml, name, index) ?? addTable(toml, name, false);
    setIn(table, key, read(text));
  }, `${name}-${index}-${key}`);
}

export const wholeNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined);

interface ItemProps { file: string; table: TomlTable; index: number; count: number; name: string;
  problems: DesignProblem[]; children: ComponentChildren }

export function Item({ file, table, index, count, name, problems, children }: ItemProps) {
  const on_table = (work: (toml: Toml, one: TomlTable) => void) => changeIn(file, (toml) => {
    const one = listOf(toml, table.name)[index];
    if (one) work(toml, one);
  });
  return (
    <li class="card pad toml-item">
      <div class="row between">
        <h3>{name || t('item.new')}</h3>
        {mayEdit.value && (
          <span class="step-tools">
            <Tool icon="back" label={t('step.up')} about={name} off={index === 0}
              onClick={() => on_table((toml, one) => moveTable(toml, one, -1))} />
            <Tool icon="arrow" label={t('step.down')} about={name} off={index + 1 === count}
              onClick={() => on_table((toml, one) => moveTable(toml, one, 1))} />
            <Tool icon="remove" label={t('item.remove')} about={name}
              onClick={() => on_table((toml, one) => dropTable(toml, one))} />
          </span>
        )}
      </div>
      <ProblemsHere problems={problems} />
      {editable(children)}
    </li>
  );
}

interface ListProps { file: string; name: string; title: string; add: string; empty: string;
  start: (table: TomlTable) => void; each: (table: TomlTable, index: number, list: TomlTable[]) =>
  ComponentChildren }

export function List({ file, name, title, add, start, empty, each }: ListProps) {
  const list = listOf(parseToml(files.value[file] ?? ''), name);
  const append = () => changeIn(file, (toml) => {
    const before = listOf(toml, name).at(-1);
    const last = before && (partOf(toml, before, 'shares') ?? before);
    start(addTable(toml, name, true, last));
  });
  return (
    <section class="stack" aria-labelledby={`toml-${name}`}>
      <h2 id={`toml-${name}`}>{title} <span class="muted">({list.length})</span></h2>
      {list.length === 0 && <p class="muted">{empty}</p>}
      <ol class="toml-list">{list.map((table, index) => each(table, index, list))}</ol>
      {mayEdit.value && (
        <button type="button" class="button secondary compact" onClick={append}>
          <Icon name="plus" />{add}
        </button>
      )}
    </section>
  );
}
