// What differs between two versions, part by part; a part without a difference is one line.
import type { ComponentChildren } from 'preact';
import { say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { ProcessDrawing, type Heat } from '../../components/process_drawing/process_drawing';
import { showNumber } from '../../display/numbers';
import { t } from '../../text/designer';
import type { Burden, Comparison } from './desk';
import { shownKey } from './model/texts';
import { readProcess, withInner, type Step } from './model/bpmn';

interface Names { old: string; now: string }

type DrawnNames = Comparison['names']['old'];

function stepsOf(xml: string): Step[] {
  try {
    return withInner(readProcess(xml).steps);
  } catch {
    return [];
  }
}

function Value({ value }: { value: string | null }) {
  return value === null ? <span class="muted">{t('changes.absent')}</span> : <>{value}</>;
}

function Beside({ title, rows, names }:
  { title: string; names: Names;
    rows: { id: string; old: string | null; new: string | null }[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="card pad change-part" aria-label={title}>
      <h3>{title}</h3>
      <div class="scroll-sideways" role="group" tabIndex={0} aria-label={title}>
          <table class="changes">
            <thead><tr><th scope="col">{t('changes.what')}</th><th scope="col">{names.old}</th>
              <th scope="col">{names.now}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.id}</th>
                  <td class="old-value"><Value value={row.old} /></td>
                  <td class="new-value"><Value value={row.new} /></td>
                </tr>
              ))}
            </tbody>
          </table>
      </div>
    </section>
  );
}

function burdenRows(old: Burden, now: Burden) {
  const days = (count: number | null) => (count === null ? t('burden.no_term')
    : t('time.days', { count }));
  const line = (id: string, before: string, after: string) => ({ id, old: before, new: after });
  const number = (key: 'papers' | 'originals' | 'trips' | 'steps' | 'offices') => line(
    t(`burden.${key}`), showNumber(old[key]), showNumber(now[key]));
  return [
    number('papers'), number('originals'), number('trips'), number('steps'), number('offices'),
    ...(['online', 'counter', 'post'] as const).map((channel) => line(t(`burden.${channel}`),
      days(old.days[channel]), days(now.days[channel]))),
    line(t('burden.fee'), `${showNumber(old.fee)} đ`, `${showNumber(now.fee)} đ`),
  ];
}

function BurdenCard({ got, names }: { got: Comparison; names: Names }) {
  if (!got.burden) return null;
  const rows = burdenRows(got.burden.old, got.burden.new);
  return (
    <section class="card pad" aria-labelledby="burden-title">
      <h2 id="burden-title">{t('burden.title')}</h2>
      <table class="changes burden">
        <thead><tr><th scope="col">{t('changes.what')}</th><th scope="col">{names.old}</th>
          <th scope="col">{names.now}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} class={row.old === row.new ? undefined : 'differs'}>
              <th scope="row">{row.id}</th><td>{row.old}</td>
              <td>
                {row.new}
                {row.old !== row.new && <span class="unseen"> {t('changes.differs')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Diagram({ xml, heat, title, drawn }:
  { xml: string; heat: Record<string, Heat>; title: string; drawn: DrawnNames }) {
  const steps = stepsOf(xml).filter((step) => step.is_task);
  return (
    <section class="card pad" aria-label={title}>
      <h3>{title}</h3>
      <ProcessDrawing xml={xml} heat={heat}
        names={Object.fromEntries(Object.entries(drawn).map(([id, name]) => [id, say(name)]))}
        steps={steps.map((step) => (
        { id: step.id, name: say(drawn[step.id]) || step.name }))}
        words={{ title, list: t('changes.steps', { version: title }), scroll: t('scroll'),
          missing: t('no_drawing') }} />
    </section>
  );
}

function ProcessPart({ got, names }: { got: Comparison; names: Names }) {
  const { added, removed, changed } = got.process;
  if (!got.xml.old && !got.xml.new) return null;
  const lit = (ids: string[], level: number, label: string) => Object.fromEntries(
    ids.map((id): [string, Heat] => [id, { level, label }]));
  const both = lit(changed.map((one) => one.id), 2, t('changes.changed'));
  return (
    <section class="stack" aria-labelledby="process-title">
      <h2 id="process-title">{t('changes.process')}</h2>
      {added.length + removed.length + changed.length === 0 ? (
        <p class="card pad muted">{t('changes.same')}</p>
      ) : (
        <>
          <ul class="card pad change-list">
            {removed.map((id) => <ChangedStep key={id} sign="remove" id={id} drawn={got.names.old}
              label={t('changes.removed')} />)}
            {added.map((id) => <ChangedStep key={id} sign="plus" id={id} drawn={got.names.new}
              label={t('changes.added')} />)}
            {changed.map((one) => (
              <ChangedStep key={one.id} sign="edit" id={one.id} drawn={got.names.new}
                label={t('changes.changed')}>
                {one.what.map((what) => say(what)).join('; ')}
              </ChangedStep>
            ))}
          </ul>
          <Diagram xml={got.xml.old} drawn={got.names.old} title={names.old}
            heat={{ ...both, ...lit(removed, 4, t('changes.removed')) }} />
          <Diagram xml={got.xml.new} drawn={got.names.new} title={names.now}
            heat={{ ...both, ...lit(added, 1, t('changes.added')) }} />
        </>
      )}
    </section>
  );
}

function ChangedStep({ sign, id, drawn, label, children }:
  { sign: 'remove' | 'plus' | 'edit'; id: string; drawn: DrawnNames; label: string;
    children?: ComponentChildren }) {
  const name = say(drawn[id]);
  return (
    <li><Icon name={sign} /><span><b>{label}:</b> {name || id}
      {children && <span class="muted"> ({children})</span>}</span></li>
  );
}

type Row = Comparison['tables'][number]['added'][number];

function rowText(row: Row): string {
  const note = row.note ? ` (${row.note})` : '';
  return `${row.inputs.join(' | ')} → ${row.outputs.join(' | ')}${note}`;
}

function tableRows(table: Comparison['tables'][number]) {
  const named = (row: Row) => t('changes.rule', { number: row.rule });
  return [
    ...table.changed.map((pair) => ({ id: named(pair.new), old: rowText(pair.old),
      new: rowText(pair.new) })),
    ...table.removed.map((row) => ({ id: named(row), old: rowText(row), new: null })),
    ...table.added.map((row) => ({ id: named(row), old: null, new: rowText(row) })),
  ];
}

type Change = Comparison['papers'][number];

/** What something is called, what it was and what it is, in the reader's language. */
const wordsOf = (changes: (Omit<Change, 'id'> & { id?: string; path?: string })[]) => changes
  .map((one) => ({ id: say(one.name), old: one.old && say(one.old),
    new: one.new && say(one.new) }));

function Rest({ got, names }: { got: Comparison; names: Names }) {
  const parts = [
    { title: t('changes.papers'), rows: wordsOf(got.papers) },
    { title: t('changes.fees'), rows: wordsOf(got.fees) },
    { title: t('changes.terms'), rows: wordsOf(got.terms) },
    { title: t('changes.clock'), rows: wordsOf(got.clock) },
    { title: t('changes.form'), rows: wordsOf(got.form) },
    { title: t('changes.texts'), rows: got.texts.map((one) => ({
      id: `${shownKey(one.key)} (${one.language})`, old: one.old, new: one.new })) },
  ].filter((part) => got.burden !== null || part.rows.length > 0);
  const same = parts.filter((part) => part.rows.length === 0).map((part) => part.title);
  return (
    <section class="stack" aria-labelledby="rest-title">
      <h2 id="rest-title">{t('changes.rest')}</h2>
      {parts.map((part) => <Beside key={part.title} names={names} {...part} />)}
      {(same.length > 0 || parts.length === 0) && (
        <p class="card pad muted">{same.length > 0
          ? t('changes.same_in', { parts: same.join(', ') }) : t('changes.same')}</p>
      )}
    </section>
  );
}

export function Changes({ got, names }: { got: Comparison; names: Names }) {
  return (
    <>
      <BurdenCard got={got} names={names} />
      <ProcessPart got={got} names={names} />
      <section class="stack" aria-labelledby="tables-title">
        <h2 id="tables-title">{t('changes.tables')}</h2>
        {got.tables.length === 0 && <p class="card pad muted">{t('changes.same')}</p>}
        {got.tables.map((table) => (
          <Beside key={table.id} title={table.name || table.id} names={names}
            rows={tableRows(table)} />))}
      </section>
      <Rest got={got} names={names} />
    </>
  );
}
