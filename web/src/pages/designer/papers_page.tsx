// procedure.toml by its fields: papers, cases with terms and shares, fees, clocks, receipt, and
// where each rests. What is not shown here keeps its characters, comments and order.
import { say } from '../../app/language';
import { t } from '../../text/designer_edit';
import { BasisLine } from './basis_line';
import type { DesignProblem, Draft } from './desk';
import { editable } from './frame';
import { textAt, setTextAt } from './model/texts';
import {
  addTable, asList, asText, listOf, parseToml, partOf, setIn, tableOf, TomlDate, valueIn, keysIn,
  type Toml, type TomlTable, type TomlValue,
} from './model/toml';
import { useOffice } from './office_lists';
import { BothTexts, Check, Line, ProblemsHere, Select } from './parts';
import { at, nameOfStep, stepsOf, useProblems } from './process_model';
import { edit, files } from './store';
import { TermField, termWords } from './term_field';
import { changeIn, Item, List, setterIn, wholeNumber } from './toml_items';

const FILE = 'procedure.toml';

const change = (work: (toml: Toml) => void, key = '') => changeIn(FILE, work, key);
const setter = (name: string, index: number, key: string,
  read?: (text: string) => TomlValue | undefined) => setterIn(FILE, name, index, key, read);
const listed = (text: string) => text.split(',').map((one) => one.trim()).filter(Boolean);

function Names({ table, id }: { table: 'paper' | 'case' | 'fees'; id: string }) {
  const [name, key] = table === 'fees' ? ['fees', id] : [`${table}.${id}`, 'name'];
  return (
    <BothTexts id={`${table}-${id}-name`} label={t('item.name')}
      value={textAt(files.value, name, key)}
      onInput={(part) => edit(setTextAt(files.value, name, key, part), `${table}-${id}-name`)} />
  );
}

function Paper({ table, index, count, problems }:
  { table: TomlTable; index: number; count: number; problems: DesignProblem[] }) {
  const id = asText(valueIn(table, 'id'));
  const own = (key: string) => `paper-${index}-${key}`;
  return (
    <Item file={FILE} table={table} index={index} count={count} problems={at(problems, id)}
      name={say(textAt(files.value, `paper.${id}`, 'name')) || id}>
      <Names table="paper" id={id} />
      <div class="three">
        <Line id={own('originals')} label={t('paper.originals')}
          value={asText(valueIn(table, 'originals'))}
          onInput={setter('paper', index, 'originals', wholeNumber)} />
        <Line id={own('copies')} label={t('paper.copies')} value={asText(valueIn(table, 'copies'))}
          onInput={setter('paper', index, 'copies', wholeNumber)} />
        <Line id={own('condition')} label={t('paper.condition')} optional
          value={asText(valueIn(table, 'condition'))}
          onInput={setter('paper', index, 'condition')} />
      </div>
      <div class="both">
        <Check id={own('required')} label={t('paper.required')}
          on={valueIn(table, 'required') === true}
          onChange={(on) => change((toml) => setIn(listOf(toml, 'paper')[index]!, 'required',
            on))} />
        <BasisLine id={own('basis')} optional
          value={asText(valueIn(table, 'basis'))} onInput={setter('paper', index, 'basis')} />
      </div>
    </Item>
  );
}

const CHANNELS = ['online', 'counter', 'post'] as const;

function termsOf(table: TomlTable): Record<string, TomlValue> {
  const value = valueIn(table, 'terms');
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof TomlDate)
    ? value : {};
}

function stepName(id: string): string {
  const step = stepsOf(files.value).find((one) => one.id === id);
  return step ? say(nameOfStep(files.value, step)) || id : id;
}

/** Which of the procedure's papers this case asks for, in the order they are listed. */
function CasePapers({ table, index, toml }: { table: TomlTable; index: number; toml: Toml }) {
  const asked = asList(valueIn(table, 'papers'));
  const all = listOf(toml, 'paper').map((one) => asText(valueIn(one, 'id')));
  const toggle = (id: string, on: boolean) => change((read) => setIn(listOf(read, 'case')[index]!,
    'papers', on ? all.filter((one) => one === id || asked.includes(one))
      : asked.filter((one) => one !== id)));
  return (
    <fieldset class="field">
      <legend class="label">{t('case.papers')}</legend>
      {all.length === 0 && <p class="muted">{t('paper.none')}</p>}
      <div class="ticks">
        {all.map((id) => (
          <Check key={id} id={`case-${index}-paper-${id}`} on={asked.includes(id)}
            label={say(textAt(files.value, `paper.${id}`, 'name')) || id}
            onChange={(on) => toggle(id, on)} />
        ))}
      </div>
    </fieldset>
  );
}

function CaseItem({ table, index, count, toml, problems }:
  { table: TomlTable; index: number; count: number; toml: Toml; problems: DesignProblem[] }) {
  const id = asText(valueIn(table, 'id'));
  const own = (key: string) => `case-${index}-${key}`;
  const shares = partOf(toml, table, 'shares');
  const terms = termsOf(table);
  return (
    <Item file={FILE} table={table} index={index} count={count} problems={at(problems, id)}
      name={say(textAt(files.value, `case.${id}`, 'name')) || id}>
      <Names table="case" id={id} />
      <div class="three">
        {CHANNELS.map((channel) => (
          <TermField key={channel} id={own(channel)} label={t(`term.${channel}`)}
            value={asText(terms[channel])} none={t('term.not_offered')}
            onInput={(text) => change((read) => setIn(listOf(read, 'case')[index]!, 'terms',
              { ...terms, [channel]: text }), own(channel))} />
        ))}
      </div>
      <CasePapers table={table} index={index} toml={toml} />
      <BasisLine id={own('basis')} value={asText(valueIn(table, 'basis'))}
        onInput={setter('case', index, 'basis')} />
      {keysIn(shares).length > 0 && (
        <p class="muted smaller">
          {t('case.shares')}{': '}
          {keysIn(shares).map((key) => `${stepName(key)}: ${termWords(asText(valueIn(shares,
            key)))}`).join(' · ')}
        </p>
      )}
    </Item>
  );
}

function Fee({ table, index, count, problems }:
  { table: TomlTable; index: number; count: number; problems: DesignProblem[] }) {
  const id = asText(valueIn(table, 'id'));
  const own = (key: string) => `fee-${index}-${key}`;
  return (
    <Item file={FILE} table={table} index={index} count={count} problems={at(problems, id)}
      name={say(textAt(files.value, 'fees', id)) || id}>
      <Names table="fees" id={id} />
      <div class="three">
        <Line id={own('amount')} label={t('fee.amount')} value={asText(valueIn(table, 'amount'))}
          unit="đ" onInput={setter('fee', index, 'amount', wholeNumber)} />
        <Line id={own('per')} label={t('fee.per')} optional value={asText(valueIn(table, 'per'))}
          onInput={setter('fee', index, 'per')} />
        <Select id={own('due')} label={t('fee.due')} value={asText(valueIn(table, 'due'))}
          choices={[{ key: 'before-work', label: t('fee.before_work') },
            { key: 'with-result', label: t('fee.with_result') }]}
          onChoose={setter('fee', index, 'due')} />
      </div>
      <div class="both">
        <Line id={own('condition')} label={t('paper.condition')} optional
          value={asText(valueIn(table, 'condition'))} onInput={setter('fee', index, 'condition')} />
        <BasisLine id={own('basis')} value={asText(valueIn(table, 'basis'))}
          onInput={setter('fee', index, 'basis')} />
      </div>
    </Item>
  );
}

const CLOCKS = ['supplement', 'opinion', 'payment', 'outside-verification'] as const;

function Clock({ name, table }: { name: (typeof CLOCKS)[number]; table?: TomlTable }) {
  const full = `clock.${name}`;
  const own = (key: string) => `clock-${name}-${key}`;
  return (
    <section class="card pad" aria-labelledby={own('title')}>
      <h3 id={own('title')}>{t(`clock.${name}`)}</h3>
      {editable(
        <>
          <div class="three">
            <Select id={own('policy')} label={t('clock.policy')}
              value={asText(valueIn(table, 'policy'))}
              choices={(['pause', 'run', 'restart'] as const).map((key) => ({ key,
                label: t(`clock.policy.${key}`) }))}
              onChoose={setter(full, 0, 'policy')} />
            <TermField id={own('cap')} label={t('clock.cap')} none={t('clock.no_cap')}
              value={asText(valueIn(table, 'cap')) || 'none'} onInput={(text) => setter(full, 0,
                'cap')(text === 'none' ? '' : text)} />
            <Line id={own('at_most')} label={t('clock.at_most')} optional
              value={asText(valueIn(table, 'at_most'))}
              onInput={setter(full, 0, 'at_most', wholeNumber)} />
          </div>
          <Check id={own('document')} label={t('clock.document')}
            on={valueIn(table, 'document_required') === true}
            onChange={(on) => change((toml) => setIn(tableOf(toml, full)
              ?? addTable(toml, full, false), 'document_required', on))} />
          <BasisLine id={own('basis')} optional
            value={asText(valueIn(table, 'basis'))} onInput={setter(full, 0, 'basis')} />
        </>)}
    </section>
  );
}

function General({ toml }: { toml: Toml }) {
  const head = tableOf(toml, '');
  const matrices = useOffice().subjects.filter((one) => one.kind === 'matrix')
    .map((one) => ({ key: one.id, label: say(one.name) }));
  const receipt = tableOf(toml, 'receipt');
  const flag = (key: string) => (
    <Check id={`head-${key}`} label={t(`general.${key as 'open'}`)} on={valueIn(head, key) === true}
      onChange={(on) => change((read) => setIn(tableOf(read, '')!, key, on))} />
  );
  return (
    <section class="card pad" aria-labelledby="toml-general">
      <h2 id="toml-general">{t('general.title')}</h2>
      {editable(
        <>
          <div class="three">
            <Line id="receipt-cutoff" label={t('receipt.cutoff')} width={8}
              value={asText(valueIn(receipt, 'cutoff'))} onInput={setter('receipt', 0, 'cutoff')} />
            <Select id="receipt-month_end" label={t('receipt.month_end')}
              value={asText(valueIn(receipt, 'month_end'))}
              choices={(['last-day', 'refuse'] as const).map((key) => ({ key,
                label: t(`receipt.month_end.${key}`) }))}
              onChoose={setter('receipt', 0, 'month_end')} />
            <Select id="head-authority" label={t('general.authority')}
              value={asText(valueIn(head, 'authority'))}
              choices={[{ key: '', label: t('general.authority_none') }, ...matrices]}
              onChoose={setter('', 0, 'authority')} />
          </div>
          <Line id="head-basis" label={t('general.legal_basis')} optional
            hint={t('general.legal_basis_hint')}
            value={asList(valueIn(head, 'legal_basis')).join(', ')}
            onInput={setter('', 0, 'legal_basis', listed)} />
          <div class="row">{flag('open')}{flag('internal')}{flag('verified')}</div>
        </>)}
    </section>
  );
}

function freeId(name: string, wish: string): string {
  const taken = listOf(parseToml(files.value[FILE] ?? ''), name)
    .map((table) => asText(valueIn(table, 'id')));
  for (let count = 1; ; count++) if (!taken.includes(`${wish}-${count}`)) return `${wish}-${count}`;
}

function Lists({ toml, problems }: { toml: Toml; problems: DesignProblem[] }) {
  return (
    <>
      <List file={FILE} name="paper" title={t('paper.title')} add={t('paper.add')}
        empty={t('paper.none')}
        start={(table) => {
          setIn(table, 'id', freeId('paper', 'paper'));
          setIn(table, 'originals', 0);
          setIn(table, 'copies', 1);
          setIn(table, 'required', true);
        }}
        each={(table, index, list) => <Paper key={asText(valueIn(table, 'id'))} table={table}
          index={index} count={list.length} problems={problems} />} />
      <List file={FILE} name="case" title={t('case.title')} add={t('case.add')}
        empty={t('case.none')}
        start={(table) => {
          setIn(table, 'id', freeId('case', 'case'));
          setIn(table, 'basis', 'chưa kiểm chứng');
          setIn(table, 'papers', []);
          setIn(table, 'terms', { online: 'none', counter: 'none', post: 'none' });
        }}
        each={(table, index, list) => <CaseItem key={asText(valueIn(table, 'id'))} table={table}
          index={index} count={list.length} toml={toml} problems={problems} />} />
      <List file={FILE} name="fee" title={t('fee.title')} add={t('fee.add')}
        empty={t('fee.none')}
        start={(table) => {
          setIn(table, 'id', freeId('fee', 'fee'));
          setIn(table, 'amount', 0);
          setIn(table, 'due', 'before-work');
          setIn(table, 'basis', 'chưa kiểm chứng');
        }}
        each={(table, index, list) => <Fee key={asText(valueIn(table, 'id'))} table={table}
          index={index} count={list.length} problems={problems} />} />
    </>
  );
}

export function PapersPage({ one }: { one: Draft }) {
  const problems = useProblems(one).value ?? [];
  const toml = parseToml(files.value[FILE] ?? '');
  const general = problems.filter((found) => found.file === FILE && !found.element);
  return (
    <div class="stack papers-page">
      <ProblemsHere problems={general} />
      <General toml={toml} />
      <Lists toml={toml} problems={problems} />
      <section class="stack" aria-labelledby="toml-clocks">
        <h2 id="toml-clocks">{t('clock.title')}</h2>
        <p class="muted">{t('clock.lead')}</p>
        {CLOCKS.map((name) => (
          <Clock key={name} name={name} table={tableOf(toml, `clock.${name}`)} />))}
      </section>
    </div>
  );
}
