// The decision tables of a draft: for a procedure those that choose its case, for an authority
// matrix who decides by which instrument. Each rule reads as a sentence beside the table.
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon/icon';
import { t } from '../../text/designer_edit';
import type { Draft } from './desk';
import { editable } from './frame';
import { readTables, setPolicy, type Table } from './model/dmn';
import { asText, listOf, parseToml, valueIn } from './model/toml';
import { Empty, ProblemsHere, Select, Unreadable } from './parts';
import { at, useProblems } from './process_model';
import { edit, files } from './store';
import { RuleTable } from './rule_table';
import { columnWords, decisionWords } from './table_words';
import { TryDecision } from './try_decision';

const POLICIES = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];
const WORDS = { 'UNIQUE': 'unique', 'FIRST': 'first', 'PRIORITY': 'priority', 'ANY': 'any',
  'COLLECT': 'collect', 'RULE ORDER': 'rule_order', 'OUTPUT ORDER': 'output_order' } as const;

export function tablesIn(all: Record<string, string>): { file: string; tables?: Table[] }[] {
  return Object.keys(all).filter((name) => name.endsWith('.dmn')).map((file) => {
    try {
      return { file, tables: readTables(all[file] ?? '') };
    } catch {
      return { file };
    }
  });
}

/** A matrix's rules may name the deciders it lists. */
function withDeciders(table: Table): Table {
  const toml = parseToml(files.value['matrix.toml'] ?? '');
  const deciders = listOf(toml, 'decider').map((one) => asText(valueIn(one, 'id')));
  return { ...table, outputs: table.outputs.map((column) => (
    column.expression === 'decider' && !column.allowed.length ? { ...column, allowed: deciders }
      : column)) };
}

/** One rule as people say it: "Where rank = … : decider = …". */
function Sentence({ table, index }: { table: Table; index: number }) {
  const rule = table.rules[index]!;
  const when = table.inputs.map((column, at_column) => ({ column, cell: rule.inputs[at_column] }))
    .filter(({ cell }) => cell && cell !== '-')
    .map(({ column, cell }) => `${columnWords(files.value, column)}: ${cell}`);
  const then = table.outputs.map((column, at_column) => (
    `${columnWords(files.value, column)}: ${rule.outputs[at_column] ?? ''}`));
  return (
    <li>
      <span class="muted">{when.length ? t('rule.when', { when: when.join('; ') })
        : t('rule.always')}</span> <Icon name="arrow" /> <b>{then.join('; ')}</b>
    </li>
  );
}

function Decision({ one, file, table }: { one: Draft; file: string; table: Table }) {
  const problems = useProblems(one).value;
  const [applied, setApplied] = useState<number[]>([]);
  const key = table.policy as keyof typeof WORDS;
  const id = `decision-${table.decision}`;
  const mine = at(problems, table.decision);
  return (
    <section class="card pad stack decision" aria-labelledby={id}>
      <h2 id={id}>{decisionWords(table)}</h2>
      <ProblemsHere problems={mine} />
      {editable(
        <Select id={`${id}-policy`} label={t('policy.label')} value={table.policy}
          hint={WORDS[key] ? t(`policy.${WORDS[key]}.text`) : undefined}
          choices={POLICIES.map((policy) => ({ key: policy,
            label: t(`policy.${WORDS[policy as keyof typeof WORDS]}`) }))}
          onChoose={(policy) => edit({ [file]: setPolicy(files.value[file] ?? '',
            table.decision, policy, table.aggregation) })} />)}
      <RuleTable file={file} table={table} problems={problems ?? []} applied={applied} />
      <details>
        <summary class="strong">{t('rule.in_words', { count: table.rules.length })}</summary>
        <ol class="rule-sentences">
          {table.rules.map((rule, index) => <Sentence key={rule.id} table={table} index={index} />)}
        </ol>
      </details>
      <TryDecision one={one} file={file} table={table} onApplied={setApplied} />
    </section>
  );
}

export function DecisionsPage({ one }: { one: Draft }) {
  const all = tablesIn(files.value);
  const shown = all.flatMap(({ file, tables }) => (tables ?? []).map((table) => (
    <Decision key={`${file}/${table.decision}`} one={one} file={file}
      table={withDeciders(table)} />)));
  return (
    <div class="stack">
      {all.filter((file) => !file.tables).map(({ file }) => <Unreadable key={file} file={file} />)}
      {shown.length > 0 ? shown : (
        <Empty title={t('decisions.none')}><p>{t('decisions.none_text')}</p></Empty>
      )}
    </div>
  );
}
