// A decision table to be edited: cells are inputs, Alt+arrows go from cell to cell, a column with
// allowed values offers them. Wide tables scroll inside a region of their own.
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon/icon';
import { t } from '../../text/designer_edit';
import { useCellCheck } from './cell_check';
import type { DesignProblem } from './desk';
import {
  addColumn, addRule, duplicateRule, moveRule, removeColumn, removeRule, setCell, setColumn,
  type Column, type Side, type Table,
} from './model/dmn';
import { Line, ProblemsHere, Tool } from './parts';
import { edit, files, mayEdit } from './store';
import { columnWords, decisionWords } from './table_words';

interface Place { file: string; table: Table }

const STEPS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0],
  ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Alt and an arrow: the cell beside, above or below. */
export function cellBeside(row: number, column: number, key: string): [number, number] | undefined {
  const by = STEPS[key];
  return by && [row + by[0], column + by[1]];
}

function onArrow(event: KeyboardEvent, decision: string, row: number, column: number): void {
  const beside = event.altKey ? cellBeside(row, column, event.key) : undefined;
  if (!beside) return;
  event.preventDefault();
  document.getElementById(`${decision}-${beside[0]}-${beside[1]}`)?.focus();
}

function Cell({ place, row, column, side, index, text, clause }:
  { place: Place; row: number; column: number; side: Side; index: number; text: string;
    clause?: Column }) {
  const { file, table } = place;
  const id = `${table.decision}-${row}-${column}`;
  const label = t('cell.label', { rule: row + 1,
    column: clause ? columnWords(files.value, clause) : t('cell.note') });
  const change = (value: string) => edit({ [file]: setCell(files.value[file] ?? '',
    table.decision, row, side, index, value) }, id);
  const list = clause?.allowed.length ? `${table.decision}-${side}-${index}-values` : undefined;
  const [typed, setTyped] = useState(false);
  const wrong = useCellCheck(side === 'input' ? 'unary-tests' : 'expression', text,
    typed && side !== 'annotation');
  return (
    <td class={side === 'output' ? 'out' : undefined}>
      <input class="cell-input" id={id} value={text} aria-label={label} list={list}
        spellcheck={false} size={Math.min(30, Math.max(5, text.length))}
        aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => { setTyped(true); change(event.currentTarget.value); }}
        onKeyDown={(event) => onArrow(event, table.decision, row, column)} />
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

function Rows({ place, applied }: { place: Place; applied: number[] }) {
  const { table } = place;
  const notes = Math.max(table.annotations.length, 1);
  return (
    <tbody>
      {table.rules.map((rule, row) => (
        <tr key={rule.id} class={applied.includes(row + 1) ? 'applied' : undefined}>
          <th scope="row">{row + 1}
            {applied.includes(row + 1) && <span class="applied-mark">{t('rule.applied')}</span>}
          </th>
          {table.inputs.map((clause, index) => (
            <Cell key={`i${index}`} place={place} row={row} column={index} side="input"
              index={index} text={rule.inputs[index] ?? ''} clause={clause} />))}
          {table.outputs.map((clause, index) => (
            <Cell key={`o${index}`} place={place} row={row} column={table.inputs.length + index}
              side="output" index={index} text={rule.outputs[index] ?? ''} clause={clause} />))}
          {Array.from({ length: notes }, (_, index) => (
            <Cell key={`n${index}`} place={place} row={row} side="annotation" index={index}
              column={table.inputs.length + table.outputs.length + index}
              text={rule.notes[index] ?? ''} />))}
          {mayEdit.value && <Tools place={place} row={row} />}
        </tr>
      ))}
    </tbody>
  );
}

function Heads({ table }: { table: Table }) {
  const head = (clause: Column, kind: 'in' | 'out', index: number) => (
    <th key={`${kind}${index}`} scope="col" class={kind === 'out' ? 'out' : undefined}>
      {columnWords(files.value, clause)}
      {clause.label && <code>{clause.expression}</code>}
    </th>
  );
  const notes = table.annotations.length ? table.annotations : [t('cell.note')];
  return (
    <thead>
      <tr>
        <th scope="col"><span class="unseen">{t('rule.number')}</span></th>
        {table.inputs.map((clause, index) => head(clause, 'in', index))}
        {table.outputs.map((clause, index) => head(clause, 'out', index))}
        {notes.map((name) => <th key={name} scope="col">{name}</th>)}
        {mayEdit.value && <th scope="col"><span class="unseen">{t('rule.tools')}</span></th>}
      </tr>
    </thead>
  );
}

function ColumnForm({ place }: { place: Place }) {
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
  const place = { file, table };
  const of_rules = problems.filter((one) => one.file === file
    && table.rules.some((rule) => rule.id === one.element));
  return (
    <div class="stack">
      <p class="hint">{t('table.keys')}</p>
      <div class="scroll-sideways rule-scroll" role="group" tabIndex={0}
        aria-label={t('table.scroll', { name: decisionWords(table) })}>
        <table class="rules">
          <caption class="unseen">{decisionWords(table)}</caption>
          <Heads table={table} />
          <Rows place={place} applied={applied} />
        </table>
      </div>
      <Values table={table} />
      <ProblemsHere problems={of_rules} />
      {mayEdit.value && (
        <div class="row">
          <button type="button" class="button secondary compact" onClick={() => edit({
            [file]: addRule(files.value[file] ?? '', table.decision, table.rules.length) })}>
            <Icon name="plus" />{t('rule.add')}
          </button>
        </div>
      )}
      {mayEdit.value && <ColumnForm place={place} />}
    </div>
  );
}
