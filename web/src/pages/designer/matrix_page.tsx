// matrix.toml by its fields: what the matrix is called, the instrument it rests on, who its rules
// may name, the facts they read and the limits they test.
import { say } from '../../app/language';
import { t } from '../../text/designer_edit';
import { BasisLine } from './basis_line';
import type { Draft } from './desk';
import { editable } from './frame';
import {
  asText, listOf, parseToml, setIn, tableOf, TomlDate, valueIn, type Toml, type TomlTable,
  type TomlValue,
} from './model/toml';
import { outsideChoices, postChoices, useOffice } from './office_lists';
import { BothTexts, Check, Line, ProblemsHere, Select } from './parts';
import { useProblems } from './process_model';
import { files } from './store';
import { changeIn, Item, List, setterIn, wholeNumber } from './toml_items';

const FILE = 'matrix.toml';

function bothIn(table: TomlTable | undefined, key: string): { vi: string; en: string } {
  const value = valueIn(table, key);
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof TomlDate) {
    return { vi: asText(value), en: '' };
  }
  return { vi: asText(value.vi), en: asText(value.en) };
}

/** A text in both languages, kept as one value. */
function Names({ name, index, of, label, lines }:
  { name: string; index: number; of: string; label: string; lines?: number }) {
  const table = tableOf(parseToml(files.value[FILE] ?? ''), name, index);
  const value = bothIn(table, of);
  return (
    <BothTexts id={`m-${name}-${index}-${of}`} label={label} value={value} lines={lines}
      onInput={(part) => setterIn(FILE, name, index, of, () => ({ ...value, ...part }))(' ')} />
  );
}

function Basis({ name, index, table }: { name: string; index: number; table?: TomlTable }) {
  return (
    <BasisLine id={`m-${name}-${index}-basis`}
      value={asText(valueIn(table, 'basis'))} onInput={setterIn(FILE, name, index, 'basis')} />
  );
}

function General({ toml }: { toml: Toml }) {
  const head = tableOf(toml, '');
  const law = tableOf(toml, 'instrument');
  const date = (text: string): TomlValue | undefined => (
    /^\d{4}-\d\d-\d\d$/.test(text) ? new TomlDate(text) : undefined);
  return (
    <section class="card pad" aria-labelledby="matrix-file">
      <h2 id="matrix-file">{t('matrix.title')}</h2>
      {editable(
        <>
          <Names name="" index={0} of="name" label={t('item.name')} lines={2} />
          <h3>{t('matrix.instrument')}</h3>
          <div class="both">
            <Line id="m-instrument-number" label={t('matrix.number')} optional
              value={asText(valueIn(law, 'number'))}
              onInput={setterIn(FILE, 'instrument', 0, 'number')} />
            <Line id="m-instrument-date" label={t('matrix.date')} optional
              hint={t('matrix.date_hint')} value={asText(valueIn(law, 'date'))}
              onInput={(text) => { if (!text || date(text)) setterIn(FILE, 'instrument', 0, 'date',
                date)(text); }} />
          </div>
          <Names name="instrument" index={0} of="title" label={t('matrix.about')} lines={3} />
          <Names name="instrument" index={0} of="issuer" label={t('matrix.issuer')} />
          <Basis name="instrument" index={0} table={law} />
          <Check id="m-verified" label={t('general.verified')}
            on={valueIn(head, 'verified') === true}
            onChange={(on) => changeIn(FILE, (read) => setIn(tableOf(read, '')!, 'verified',
              on))} />
        </>)}
    </section>
  );
}

const INSIDE = 'post';
const OUTSIDE = 'unit';

/** Who a rule may name: a post of the office, or a body outside it. */
function Decider({ table, index, count }: { table: TomlTable; index: number; count: number }) {
  const office = useOffice();
  const inside = valueIn(table, INSIDE) !== undefined;
  const choose = (key: string) => changeIn(FILE, (read) => {
    const one = listOf(read, 'decider')[index]!;
    const [kind, id] = key.split('/');
    setIn(one, kind === INSIDE ? OUTSIDE : INSIDE, undefined);
    setIn(one, kind ?? INSIDE, id);
  });
  const choices = [
    ...postChoices(office).map((one) => ({ ...one, key: `${INSIDE}/${one.key}` })),
    ...outsideChoices(office).map((one) => ({ ...one, key: `${OUTSIDE}/${one.key}` })),
  ];
  const name = say(bothIn(table, 'name'));
  return (
    <Item file={FILE} table={table} index={index} count={count} problems={[]} name={name}>
      <Names name="decider" index={index} of="name" label={t('item.name')} />
      <div class="both">
        <Select id={`m-decider-${index}-who`} label={t('matrix.who')} choices={choices}
          value={`${inside ? INSIDE : OUTSIDE}/${asText(valueIn(table,
            inside ? INSIDE : OUTSIDE))}`} onChoose={choose} />
        <Line id={`m-decider-${index}-id`} label={t('matrix.code')} hint={t('matrix.code_hint')}
          value={asText(valueIn(table, 'id'))} onInput={setterIn(FILE, 'decider', index, 'id')} />
      </div>
      <Basis name="decider" index={index} table={table} />
    </Item>
  );
}

function Fact({ table, index, count }: { table: TomlTable; index: number; count: number }) {
  return (
    <Item file={FILE} table={table} index={index} count={count} problems={[]}
      name={say(bothIn(table, 'label')) || asText(valueIn(table, 'name'))}>
      <Names name="fact" index={index} of="label" label={t('item.name')} />
      <Line id={`m-fact-${index}-name`} label={t('matrix.code')}
        value={asText(valueIn(table, 'name'))} onInput={setterIn(FILE, 'fact', index, 'name')} />
      <Line id={`m-fact-${index}-value`} label={t('matrix.formula')} lines={2}
        value={asText(valueIn(table, 'value'))} onInput={setterIn(FILE, 'fact', index, 'value')} />
    </Item>
  );
}

function Limit({ table, index, count, toml }:
  { table: TomlTable; index: number; count: number; toml: Toml }) {
  const facts = listOf(toml, 'fact').map((one) => ({ key: asText(valueIn(one, 'name')),
    label: say(bothIn(one, 'label')) || asText(valueIn(one, 'name')) }));
  return (
    <Item file={FILE} table={table} index={index} count={count} problems={[]}
      name={say(bothIn(table, 'name'))}>
      <Names name="limit" index={index} of="name" label={t('item.name')} />
      <div class="three">
        <Line id={`m-limit-${index}-value`} label={t('matrix.value')}
          value={asText(valueIn(table, 'value'))}
          onInput={setterIn(FILE, 'limit', index, 'value', wholeNumber)} />
        <Select id={`m-limit-${index}-fact`} label={t('matrix.compared')} choices={facts}
          value={asText(valueIn(table, 'fact'))}
          onChoose={setterIn(FILE, 'limit', index, 'fact')} />
        <Line id={`m-limit-${index}-id`} label={t('matrix.code')}
          value={asText(valueIn(table, 'id'))} onInput={setterIn(FILE, 'limit', index, 'id')} />
      </div>
      <Basis name="limit" index={index} table={table} />
    </Item>
  );
}

function free(toml: Toml, list: string, key: string): string {
  const taken = listOf(toml, list).map((one) => asText(valueIn(one, key)));
  for (let count = 1; ; count++) if (!taken.includes(`${list}_${count}`)) return `${list}_${count}`;
}

export function MatrixPage({ one }: { one: Draft }) {
  const text = files.value[FILE];
  const office = useOffice();
  const problems = (useProblems(one).value ?? []).filter((problem) => problem.file === FILE);
  if (text === undefined) return null;
  const toml = parseToml(text);
  const named = () => ({ vi: '', en: '' });
  return (
    <div class="stack">
      <ProblemsHere problems={problems} />
      <General toml={toml} />
      <List file={FILE} name="decider" title={t('matrix.deciders')} add={t('matrix.decider_add')}
        empty={t('matrix.deciders_none')}
        start={(table) => {
          setIn(table, 'id', free(toml, 'decider', 'id'));
          setIn(table, 'name', named());
          setIn(table, INSIDE, office.posts[0]?.id ?? '');
          setIn(table, 'basis', 'chưa kiểm chứng');
        }}
        each={(table, index, list) => (
          <Decider key={index} table={table} index={index} count={list.length} />)} />
      <List file={FILE} name="limit" title={t('matrix.limits')} add={t('matrix.limit_add')}
        empty={t('matrix.limits_none')}
        start={(table) => {
          setIn(table, 'id', free(toml, 'limit', 'id'));
          setIn(table, 'name', named());
          setIn(table, 'value', 1);
          setIn(table, 'fact', asText(valueIn(listOf(toml, 'fact')[0], 'name')));
          setIn(table, 'basis', 'chưa kiểm chứng');
        }}
        each={(table, index, list) => (
          <Limit key={index} table={table} index={index} count={list.length} toml={toml} />)} />
      <List file={FILE} name="fact" title={t('matrix.facts')} add={t('matrix.fact_add')}
        empty={t('matrix.facts_none')}
        start={(table) => {
          setIn(table, 'name', free(toml, 'fact', 'name'));
          setIn(table, 'label', named());
          setIn(table, 'value', 'null');
        }}
        each={(table, index, list) => (
          <Fact key={index} table={table} index={index} count={list.length} />)} />
    </div>
  );
}
