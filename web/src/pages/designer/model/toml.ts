// TOML of a version's files, changed in places: what is not touched keeps its characters, comments
// and order. Reads the shape these files have: tables, lists of tables, texts, numbers, dates,
// yes/no, lists, and inline tables of texts. Anything else is kept and shown as written.
export type TomlValue = string | number | boolean | TomlDate | TomlValue[]
  | { [key: string]: TomlValue };
/** A date, written without quotes. */
export class TomlDate {
  constructor(readonly day: string) {}
}

interface Line { raw: string; key?: string; value?: string }
export interface TomlTable {
  /** "" for the head of the file; "paper.request" or, in a list, "paper". */
  name: string;
  listed: boolean;
  /** Position among the list's tables of this name. */
  index: number;
  header: string;
  lines: Line[];
}
export interface Toml { tables: TomlTable[] }

const HEADER = /^\s*\[(\[)?\s*([^\]]+?)\s*\]\]?\s*(#.*)?$/;
const ENTRY = /^\s*("(?:[^"\\]|\\.)*"|[\w-]+)\s*=\s*/;

/** Whether a value goes on in the next line: an open bracket or an open long text. */
function isOpen(text: string): boolean {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const three = text.slice(at, at + 3);
    const sign = text.charAt(at);
    if (quote) {
      if (sign === '\\' && quote.startsWith('"')) at++;
      else if (text.startsWith(quote, at)) { at += quote.length - 1; quote = ''; }
    } else if (three === '"""' || three === "'''") { quote = three; at += 2; }
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '#') {
      const stop = text.indexOf('\n', at);
      if (stop < 0) break;
      at = stop;
    }
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
  }
  return depth > 0 || quote.length === 3;
}

/** "basis"."x" and basis.x are the same name. */
function plainName(name: string): string {
  return name.replace(/"((?:[^"\\]|\\.)*)"/g, '$1');
}

export function parseToml(text: string): Toml {
  const tables: TomlTable[] = [{ name: '', listed: false, index: 0, header: '', lines: [] }];
  const counts = new Map<string, number>();
  const rows = text.split('\n');
  for (let row = 0; row < rows.length; row++) {
    const raw = rows[row] ?? '';
    const header = HEADER.exec(raw);
    if (header) {
      const name = plainName(header[2] ?? '');
      const listed = Boolean(header[1]);
      const index = listed ? counts.get(name) ?? 0 : 0;
      if (listed) counts.set(name, index + 1);
      tables.push({ name, listed, index, header: raw, lines: [] });
      continue;
    }
    const entry = ENTRY.exec(raw);
    if (!entry) { tables.at(-1)!.lines.push({ raw }); continue; }
    let whole = raw;
    while (isOpen(whole.slice(entry[0].length)) && row + 1 < rows.length) {
      whole += '\n' + (rows[++row] ?? '');
    }
    tables.at(-1)!.lines.push({ raw: whole, key: plainName(entry[1] ?? ''),
      value: whole.slice(entry[0].length) });
  }
  return { tables };
}

export function writeToml(toml: Toml): string {
  return toml.tables.flatMap((table) => [
    ...(table.header ? [table.header] : []), ...table.lines.map((line) => line.raw),
  ]).join('\n');
}

class Reader {
  at = 0;
  constructor(readonly text: string) {}
  blank(): void {
    for (;;) {
      const found = /^(\s+|#[^\n]*)/.exec(this.text.slice(this.at));
      if (!found) return;
      this.at += found[0].length;
    }
  }
  take(sign: string): boolean {
    this.blank();
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }
  word(): string {
    const found = /^[^\s,\]}#=]+/.exec(this.text.slice(this.at));
    this.at += found?.[0].length ?? 1;
    return found?.[0] ?? '';
  }
}

const SIGNS: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function plainText(body: string): string {
  return body.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n\s*|.)/g, (_whole, sign: string) => {
    if (/^[uU]/.test(sign)) return String.fromCodePoint(parseInt(sign.slice(1), 16));
    return sign.startsWith('\n') ? '' : SIGNS[sign] ?? sign;
  });
}

function readText(reader: Reader): string | undefined {
  const rest = reader.text.slice(reader.at);
  const long = /^"""\n?((?:[^\\]|\\[\s\S])*?)"""/.exec(rest);
  const plain = /^"((?:[^"\\]|\\.)*)"/.exec(rest);
  const literal = /^'([^']*)'/.exec(rest);
  const found = long ?? (rest.startsWith('"""') ? null : plain) ?? literal;
  if (!found) return undefined;
  reader.at += found[0].length;
  return found === literal ? found[1] ?? '' : plainText(found[1] ?? '');
}

function readList(reader: Reader): TomlValue[] {
  const list: TomlValue[] = [];
  while (!reader.take(']') && reader.at < reader.text.length) {
    list.push(readValue(reader));
    reader.take(',');
  }
  return list;
}

function readInline(reader: Reader): { [key: string]: TomlValue } {
  const table: { [key: string]: TomlValue } = {};
  while (!reader.take('}') && reader.at < reader.text.length) {
    reader.blank();
    const key = readText(reader) ?? reader.word();
    reader.take('=');
    table[key] = readValue(reader);
    reader.take(',');
  }
  return table;
}

function readValue(reader: Reader): TomlValue {
  reader.blank();
  const text = readText(reader);
  if (text !== undefined) return text;
  if (reader.take('[')) return readList(reader);
  if (reader.take('{')) return readInline(reader);
  const word = reader.word();
  if (word === 'true' || word === 'false') return word === 'true';
  if (/^\d{4}-\d\d-\d\d/.test(word)) return new TomlDate(word);
  return /^[+-]?[\d_]+$/.test(word) ? Number(word.replace(/_/g, '')) : word;
}

function writtenKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : `"${key}"`;
}

export function writeValue(value: TomlValue): string {
  if (value instanceof TomlDate) return value.day;
  if (typeof value === 'string') {
    return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')
      .replace(/\t/g, '\\t').replace(/\r/g, '')}"`;
  }
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{ ${Object.entries(value).map(([key, one]) => `${writtenKey(key)} = ${writeValue(one)}`)
    .join(', ')} }`;
}

export function tableOf(toml: Toml, name: string, index = 0): TomlTable | undefined {
  return toml.tables.find((table) => table.name === name && table.index === index);
}

export function listOf(toml: Toml, name: string): TomlTable[] {
  return toml.tables.filter((table) => table.name === name && table.listed);
}

export function valueIn(table: TomlTable | undefined, key: string): TomlValue | undefined {
  const line = table?.lines.find((one) => one.key === key);
  return line?.value === undefined ? undefined : readValue(new Reader(line.value));
}

export function keysIn(table: TomlTable | undefined): string[] {
  return (table?.lines ?? []).flatMap((line) => (line.key === undefined ? [] : [line.key]));
}

/** The table below the n-th of a list: [case.shares] after the second [[case]]. */
export function partOf(toml: Toml, list: TomlTable, name: string): TomlTable | undefined {
  const from = toml.tables.indexOf(list);
  for (const table of toml.tables.slice(from + 1)) {
    if (table.name === list.name) return undefined;
    if (table.name === `${list.name}.${name}`) return table;
  }
  return undefined;
}

/** Comments and blank lines at the end of a table belong to what follows. */
function endOf(table: TomlTable): number {
  let end = table.lines.length;
  while (end > 0 && table.lines[end - 1]?.key === undefined) end--;
  return end;
}

/** Sets a value, in its place where it is there; `undefined` takes the line out. */
export function setIn(table: TomlTable, key: string, value: TomlValue | undefined): void {
  const index = table.lines.findIndex((line) => line.key === key);
  if (value === undefined) {
    if (index >= 0) table.lines.splice(index, 1);
    return;
  }
  const written = writeValue(value);
  const before = table.lines[index];
  if (before?.value !== undefined) {
    if (writeValue(readValue(new Reader(before.value))) === written) return;
    const comment = before.value.includes('\n') ? '' : commentOf(before.value);
    const head = before.raw.slice(0, before.raw.length - before.value.length);
    table.lines[index] = { raw: head + written + comment, key, value: written + comment };
    return;
  }
  const line = { raw: `${writtenKey(key)} = ${written}`, key, value: written };
  table.lines.splice(endOf(table), 0, line);
}

function commentOf(value: string): string {
  const reader = new Reader(value);
  readValue(reader);
  return value.slice(reader.at);
}

function headerOf(name: string, listed: boolean): string {
  const written = name.split('.').map(writtenKey).join('.');
  return listed ? `[[${written}]]` : `[${written}]`;
}

/** A new table at the end, or after the table given; with a blank line before it. */
export function addTable(toml: Toml, name: string, listed: boolean, after?: TomlTable): TomlTable {
  const before = after ?? toml.tables.at(-1)!;
  const position = toml.tables.indexOf(before) + 1;
  const trailing = before.lines.splice(endOf(before));
  const table: TomlTable = { name, listed, index: 0, header: headerOf(name, listed), lines: [] };
  before.lines.push({ raw: '' });
  table.lines.push(...(trailing.length ? trailing : [{ raw: '' }]));
  toml.tables.splice(position, 0, table);
  number(toml, name);
  return table;
}

function number(toml: Toml, name: string): void {
  listOf(toml, name).forEach((table, index) => { table.index = index; });
}

/** The tables below the one given come with it ([case.shares]). */
function withParts(toml: Toml, table: TomlTable): TomlTable[] {
  const from = toml.tables.indexOf(table);
  let to = from + 1;
  while (toml.tables[to]?.name.startsWith(table.name + '.') && table.listed) to++;
  return toml.tables.slice(from, to);
}

export function dropTable(toml: Toml, table: TomlTable): void {
  const gone = withParts(toml, table);
  toml.tables.splice(toml.tables.indexOf(table), gone.length);
  if (table.listed) number(toml, table.name);
}

/** Changes places with the list's next (+1) or previous (-1) table. */
export function moveTable(toml: Toml, table: TomlTable, by: 1 | -1): void {
  const list = listOf(toml, table.name);
  const other = list[list.indexOf(table) + by];
  if (!other) return;
  const [first, second] = by > 0 ? [table, other] : [other, table];
  const later = withParts(toml, second);
  toml.tables.splice(toml.tables.indexOf(second), later.length);
  toml.tables.splice(toml.tables.indexOf(first), 0, ...later);
  number(toml, table.name);
}

/** Changes a text by changing what it says: parse, let `change` work, write. */
export function editToml(text: string, change: (toml: Toml) => void): string {
  const toml = parseToml(text);
  change(toml);
  return writeToml(toml);
}

export function asText(value: TomlValue | undefined): string {
  if (value instanceof TomlDate) return value.day;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function asList(value: TomlValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
