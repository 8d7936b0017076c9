// Every text of a draft, Vietnamese beside English; what is missing is marked and counted.
import { useState } from 'preact/hooks';
import { fold } from '../../display/fold';
import { Badge } from '../../components/badge/badge';
import { t } from '../../text/designer_edit';
import type { Draft } from './desk';
import { editable } from './frame';
import { readTexts, setTextOf, shownKey, type TextRow } from './model/texts';
import {
  asText, editToml, parseToml, setIn, tableOf, TomlDate, valueIn, type TomlTable, type TomlValue,
} from './model/toml';
import { BothTexts, Check, Empty, Line } from './parts';
import { edit, files } from './store';

const missing = (row: TextRow) => !row.vi.trim() || !row.en.trim();

function Cell({ row, language }: { row: TextRow; language: 'vi' | 'en' }) {
  const text = row[language];
  const id = `text-${row.key.replace(/\u0001/g, '-')}-${language}`;
  return (
    <td data-label={t(`language.${language}`)}>
      <textarea class={text.trim() ? 'input text-cell' : 'input text-cell missing'} id={id}
        lang={language} rows={Math.min(6, Math.ceil((text.length + 1) / 46))} value={text}
        aria-label={`${shownKey(row.key)}, ${t(`language.${language}`)}`}
        onInput={(event) => edit(setTextOf(files.value, row, language,
          event.currentTarget.value), id)} />
      {!text.trim() && <Badge kind="soon">{t('texts.missing')}</Badge>}
    </td>
  );
}

function Table({ rows }: { rows: TextRow[] }) {
  return editable(
    <table class="texts">
      <caption class="unseen">{t('texts.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('texts.where')}</th>
          <th scope="col">{t('language.vi')}</th><th scope="col">{t('language.en')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row"><span class="smaller muted">{t(`texts.area.${row.area}`)}</span>
              <span class="text-key">{shownKey(row.key)}</span></th>
            <Cell row={row} language="vi" /><Cell row={row} language="en" />
          </tr>
        ))}
      </tbody>
    </table>);
}

/** One value of the matrix: a text, a date, a number, or a text in both languages. */
function MatrixValue({ table, name, value, onSet }:
  { table: TomlTable; name: string; value: TomlValue; onSet: (value: TomlValue) => void }) {
  const id = `m-${table.name}-${table.index}-${name}`;
  const label = [table.name, table.listed ? table.index + 1 : '', name].filter(Boolean)
    .join(' › ');
  if (typeof value === 'boolean') {
    return <Check id={id} label={label} on={value} onChange={onSet} />;
  }
  if (Array.isArray(value)) return null;
  if (typeof value === 'object' && !(value instanceof TomlDate)) {
    const text = { vi: asText(value.vi), en: asText(value.en) };
    return <BothTexts id={id} label={label} value={text} lines={text.vi.length > 40 ? 2 : undefined}
      onInput={(part) => onSet({ ...text, ...part })} />;
  }
  const text = asText(value);
  return (
    <Line id={id} label={label} value={text} lines={text.length > 70 ? 3 : undefined}
      onInput={(typed) => {
        if (value instanceof TomlDate) onSet(new TomlDate(typed));
        else onSet(typeof value === 'number' && /^\d+$/.test(typed) ? Number(typed) : typed);
      }} />
  );
}

/** What a matrix says of itself: its name and the instrument it rests on. */
function Instrument() {
  const file = 'matrix.toml';
  const text = files.value[file];
  if (text === undefined) return null;
  const toml = parseToml(text);
  const plain = toml.tables.flatMap((table) => table.lines.flatMap((line) => {
    const value = line.key === undefined ? undefined : valueIn(table, line.key);
    return line.key && value !== undefined ? [{ table, key: line.key, value }] : [];
  }));
  const set = (table: TomlTable, key: string, value: TomlValue) => edit({
    [file]: editToml(files.value[file] ?? '', (read) => {
      const own = tableOf(read, table.name, table.index);
      if (own) setIn(own, key, value);
    }) }, `m-${table.name}-${table.index}-${key}`);
  return (
    <section class="card pad" aria-labelledby="matrix-file">
      <h2 id="matrix-file">{t('matrix.title')}</h2>
      <p class="muted">{t('matrix.lead')}</p>
      {editable(plain.map(({ table, key, value }) => (
        <MatrixValue key={`${table.name}${table.index}${key}`} table={table} name={key}
          value={value} onSet={(now) => set(table, key, now)} />
      )))}
    </section>
  );
}

export function TextsPage({ one }: { one: Draft }) {
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState(false);
  if (one.kind === 'matrix') return <Instrument />;
  const rows = readTexts(files.value);
  const gaps = rows.filter(missing).length;
  const shown = rows.filter((row) => (!only || missing(row))
    && fold(`${shownKey(row.key)} ${row.vi} ${row.en}`).includes(fold(sought)));
  return (
    <div class="stack">
      <p role="status">
        {t('texts.count', { count: rows.length })}{' '}
        <Badge kind={gaps ? 'soon' : 'done'}>{t('texts.gaps', { count: gaps })}</Badge>
      </p>
      <div class="texts-filter">
        <Line id="texts-search" label={t('texts.search')} value={sought}
          onInput={setSought} />
        <Check id="texts-only" label={t('texts.only')} on={only} onChange={setOnly} />
      </div>
      {shown.length === 0 ? <Empty title={t(only ? 'texts.all_there' : 'texts.none_found')} />
        : <Table rows={shown} />}
    </div>
  );
}
