// A decision table to be edited: cells are inputs whose text wraps, Alt+arrows go from cell to
// cell, a column with allowed values offers them. Of a table with many columns, conditions no rule
// uses are folded away; on a phone each rule stands by itself. What is wider scrolls in its region.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon/icon';
import { t } from '../../text/designer_edit';
import { useCellCheck } from './cell_check';
import type { DesignProblem } from './desk';
import { editable } from './frame';
import {
  addColumn, addRule, duplicateRule, moveRule, removeColumn, removeRule, setCell, setColumn,
  type Column, type Side, type Table,
} from './model/dmn';
import { Line, ProblemsHere, Tool } from './parts';
import { edit, files, mayEdit } from './store';
import { columnWords, decisionWords } from './table_words';

/** Inputs folded away, by their place. */
interface Place { file: string; table: Table; folded: ReadonlySet<number> }

const STEPS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0],
  ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Alt and an arrow: the cell beside, above or below; columns folded away are passed over. */
export function cellBeside(row: number, column: number, key: string,
  folded: ReadonlySet<number> = new Set()): [number, number] | undefined {
  const by = STEPS[key];
  if (!by) return undefined;
  let next = column + by[1];
  while (by[1] && folded.has(next)) next += by[1];
  return [row + by[0], next];
}

function onKey(event: KeyboardEvent, place: Place, row: number, column: number): void {
  const enter = event.key === 'Enter' && !event.altKey;  // a cell has one line
  const beside = enter ? cellBeside(row, column, 'ArrowDown')
    : event.altKey ? cellBeside(row, column, event.key, place.folded) : undefined;
  if (!beside) return;
  event.preventDefault();
  document.getElementById(`${place.table.decision}-${beside[0]}-${beside[1]}`)?.focus();
}

/** What fits the narrowest column beside the mark of its offers; a longer text wraps. */
const SHORT = 7;
const LETTERS_IN_A_LINE = 10;

type CellInput = Pick<HTMLInputElement, 'value'>;

function Cell({ place, row, column, side, index, text, clause, name }:
  { place: Place; row: number; column: number; side: Side; index: number; text: string;
    clause?: Column; name: string }) {
  const { file, table } = place;
  const id = `${table.decision}-${row}-${column}`;
  const change = (value: string) => edit({ [file]: setCell(files.value[file] ?? '',
    table.decision, row, side, index, value) }, id);
  const list = clause?.allowed.length ? `${table.decision}-${side}-${index}-values` : undefined;
  const [offered] = useState(list !== undefined && text.length <= SHORT);
  const [typed, setTyped] = useState(false);
  const wrong = useCellCheck(side === 'input' ? 'unary-tests' : 'expression', text,
    typed && side !== 'annotation');
  const shared = {
    class: 'cell-input', id, value: text, spellcheck: false,
    'aria-label': t('cell.label', { rule: row + 1, column: name }),
    'aria-invalid': wrong ? true : undefined, 'aria-describedby': wrong ? `${id}-wrong` : undefined,
    onInput: (event: { currentTarget: CellInput }) => {
      setTyped(true);
      change(event.currentTarget.value.replace(/\s*\n\s*/g, ' '));
    },
    onKeyDown: (event: KeyboardEvent) => onKey(event, place, row, column),
  };
  return (
    <td class={side === 'output' ? 'out' : undefined} data-label={name}>
      {offered ? <input {...shared} list={list} />
        : <textarea {...shared}
          rows={Math.min(6, Math.ceil((text.length + 1) / LETTERS_IN_A_LINE))} />}
      {wrong && <p class="cell-wrong" id={`${id}-wrong`} role="status">{wrong}</p>}
    </td>
  );
}

function Values({ table }: { table: Table }) {
  const lists = (['input', 'output'] as const).flatMap((side) => (
    (side === 'input' ? table.inputs : table.outputs).map((clause, index) => ({ side, clause,
      index }))));
  return (
    <>
      {lists.filter((one) => one.clause.allowed.length).map(({ side, clause, index }) => (
        <datalist key={`${side}${index}`} id={`${table.decision}-${side}-${index}-values`}>
          {clause.allowed.map((value) => <option key={value} value={`"${value}"`} />)}
          {side === 'input' && <option value="-" />}
        </datalist>
      ))}
    </>
  );
}

function Tools({ place, row }: { place: Place; row: number }) {
  const { file, table } = place;
  const about = t('cell.rule', { rule: row + 1 });
  const change = (work: (xml: string) => string) => edit({ [file]: work(files.value[file] ?? '') });
  return (
    <td class="rule-tools">
      <Tool icon="back" label={t('rule.up')} about={about} off={row === 0}
        onClick={() => change((xml) => moveRule(xml, table.decision, row, -1))} />
      <Tool icon="arrow" label={t('rule.down')} about={about} off={row + 1 === table.rules.length}
        onClick={() => change((xml) => moveRule(xml, table.decision, row, 1))} />
      <Tool icon="copy" label={t('rule.copy')} about={about}
        onClick={() => change((xml) => duplicateRule(xml, table.decision, row))} />
      <Tool icon="remove" label={t('rule.remove')} about={about}
        onClick={() => change((xml) => removeRule(xml, table.decision, row))} />
    </td>
  );
}

/** Of a table with more columns than this, conditions no rule uses are folded away. */
const MANY = 6;
/** More than fit a desk's screen. */
const TOO_MANY = 13;

const isIdle = (table: Table, index: number) => table.rules.every((rule) => (
  ['', '-'].includes(rule.inputs[index] ?? '')));

const columnsOf = (table: Table) => table.inputs.length + table.outputs.length
  + Math.max(table.annotations.length, 1);

/** Those that no rule uses when the table is opened, as long as none does: a new column stays. */
function useFolded(table: Table) {
  const idle = (index: number) => isIdle(table, index);
  const [at_first] = useState(() => {
    const unused = table.inputs.filter((_, index) => idle(index)).map((one) => one.id);
    const fold = columnsOf(table) > MANY && unused.length < table.inputs.length;
    return new Set(fold ? unused : []);
  });
  const [open, setOpen] = useState(false);
  const quiet = table.inputs.flatMap((one, index) => (
    at_first.has(one.id) && idle(index) ? [index] : []));
  return { quiet, open, setOpen, folded: new Set(open ? [] : quiet) };
}

function FoldButton({ table, fold }: { table: Table; fold: ReturnType<typeof useFolded> }) {
  if (!fold.quiet.length) return null;
  const names = fold.quiet.map((index) => columnWords(files.value, table.inputs[index]!));
  return (
    <button type="button" class="button quiet compact fold-columns" aria-expanded={fold.open}
      onClick={() => fold.setOpen(!fold.open)}>
      <Icon name={fold.open ? 'shrink' : 'expand'} />
      {t(fold.open ? 'table.fold' : 'table.unfold',
        { count: names.length, names: names.join(', ') })}
    </button>
  );
}

function Rows({ place, applied }: { place: Place; applied: number[] }) {
  const { table, folded } = place;
  const notes = table.annotations.length ? table.annotations : [t('cell.note')];
  const words = (clause: Column) => columnWords(files.value, clause);
  return (
    <tbody>
      {table.rules.map((rule, row) => (
        <tr key={rule.id} class={applied.includes(row + 1) ? 'applied' : undefined}>
          <th scope="row">{row + 1}
            {applied.includes(row + 1) && <span class="applied-mark">{t('rule.applied')}</span>}
          </th>
          {table.inputs.map((clause, index) => !folded.has(index) && (
            <Cell key={`i${index}`} place={place} row={row} column={index} side="input"
              index={index} text={rule.inputs[index] ?? ''} clause={clause}
              name={words(clause)} />))}
          {table.outputs.map((clause, index) => (
            <Cell key={`o${index}`} place={place} row={row} column={table.inputs.length + index}
              side="output" index={index} text={rule.outputs[index] ?? ''} clause={clause}
              name={words(clause)} />))}
          {notes.map((name, index) => (
            <Cell key={`n${index}`} place={place} row={row} side="annotation" index={index}
              column={table.inputs.length + table.outputs.length + index} name={name}
              text={rule.notes[index] ?? ''} />))}
          {mayEdit.value && <Tools place={place} row={row} />}
        </tr>
      ))}
    </tbody>
  );
}

/** A formula may be broken behind its dots and underscores. */
function Formula({ text }: { text: string }) {
  return <code>{(text.match(/[^._]+[._]*|[._]+/g) ?? []).map((part, index) => (
    <Fragment key={index}>{index > 0 && <wbr />}{part}</Fragment>))}</code>;
}

function Heads({ place: { table, folded } }: { place: Place }) {
  const head = (clause: Column, kind: 'in' | 'out', index: number) => (
    <th key={`${kind}${index}`} scope="col" class={kind === 'out' ? 'out' : undefined}>
      {columnWords(files.value, clause)}
      {clause.label && <Formula text={clause.expression} />}
    </th>
  );
  const notes = table.annotations.length ? table.annotations : [t('cell.note')];
  return (
    <thead>
      <tr>
        <th scope="col" class="rule-number"><span class="unseen">{t('rule.number')}</span></th>
        {table.inputs.map((clause, index) => !folded.has(index) && head(clause, 'in', index))}
        {table.outputs.map((clause, index) => head(clause, 'out', index))}
        {notes.map((name) => <th key={name} scope="col">{name}</th>)}
        {mayEdit.value && (
          <th scope="col" class="rule-tools"><span class="unseen">{t('rule.tools')}</span></th>
        )}
      </tr>
    </thead>
  );
}

function ColumnForm({ place }: { place: Pick<Place, 'file' | 'table'> }) {
  const { file, table } = place;
  const [added, setAdded] = useState({ label: '', expression: '' });
  const change = (work: (xml: string) => string, key = '') => edit(
    { [file]: work(files.value[file] ?? '') }, key);
  const add = (side: 'input' | 'output') => {
    if (!added.expression.trim()) {
      document.getElementById(`${table.decision}-new`)?.focus();
      return;
    }
    change((xml) => addColumn(xml, table.decision, side, added.label.trim(),
      added.expression.trim()));
    setAdded({ label: '', expression: '' });
  };
  const line = (side: 'input' | 'output', clause: Column, index: number) => {
    const id = `${table.decision}-${side}-${index}`;
    const set = (part: 'label' | 'expression') => (text: string) => change((xml) => setColumn(xml,
      table.decision, side, index, part, text), `${id}-${part}`);
    return (
      <li key={id} class="column-line">
        <Line id={`${id}-label`} label={t(`column.${side}`, { number: index + 1 })}
          value={clause.label} onInput={set('label')} optional />
        <Line id={`${id}-of`} label={t('column.reads')} value={clause.expression}
          onInput={set('expression')} />
        <Tool icon="remove" label={t('column.remove')} about={clause.label || clause.expression}
          onClick={() => change((xml) => removeColumn(xml, table.decision, side, index))} />
      </li>
    );
  };
  return (
    <details>
      <summary class="strong">{t('column.title')}</summary>
      <ul class="column-list">
        {table.inputs.map((clause, index) => line('input', clause, index))}
        {table.outputs.map((clause, index) => line('output', clause, index))}
      </ul>
      <div class="both">
        <Line id={`${table.decision}-new-label`} label={t('column.new_label')} value={added.label}
          optional onInput={(label) => setAdded({ ...added, label })} />
        <Line id={`${table.decision}-new`} label={t('column.reads')} value={added.expression}
          onInput={(expression) => setAdded({ ...added, expression })} />
      </div>
      <div class="row">
        <button type="button" class="button secondary compact" onClick={() => add('input')}>
          {t('column.add_input')}</button>
        <button type="button" class="button secondary compact" onClick={() => add('output')}>
          {t('column.add_output')}</button>
      </div>
    </details>
  );
}

export function RuleTable({ file, table, problems, applied }:
  { file: string; table: Table; problems: DesignProblem[]; applied: number[] }) {
  const fold = useFolded(table);
  const place = { file, table, folded: fold.folded };
  const shown = columnsOf(table) - fold.folded.size;
  const of_rules = problems.filter((one) => one.file === file
    && table.rules.some((rule) => rule.id === one.element));
  return (
    <div class="stack">
      <p class="hint">{t('table.keys')}</p>
      <FoldButton table={table} fold={fold} />
      <div class="scroll-sideways rule-scroll" role="group" tabIndex={0}
        aria-label={t('table.scroll', { name: decisionWords(table) })}>
        {editable(<table class={shown > TOO_MANY ? 'rules many' : 'rules'}>
          <caption class="unseen">{decisionWords(table)}</caption>
          <Heads place={place} />
          <Rows place={place} applied={applied} />
        </table>)}
      </div>
      <Values table={table} />
      <ProblemsHere problems={of_rules} />
      {mayEdit.value && (
        <div class="row">
          <button type="button" class="button secondary compact" onClick={() => {
            fold.setOpen(true);  // a new rule may use any condition
            edit({ [file]: addRule(files.value[file] ?? '', table.decision, table.rules.length) });
          }}>
            <Icon name="plus" />{t('rule.add')}
          </button>
        </div>
      )}
      {mayEdit.value && <ColumnForm place={place} />}
    </div>
  );
}
