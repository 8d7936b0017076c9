// All texts of a version side by side: those of the two text files by key, those inside the form's
// hints, and the names the drawing gives to lanes, gateways, events and ways. A missing one is an
// empty text; setting it writes it where the other stands.
import type { Text } from '../../../app/language';
import { drawnNames, setDrawnName } from './bpmn';
import {
  addTable, asList, asText, editToml, keysIn, parseToml, setIn, tableOf, valueIn, type Toml,
} from './toml';

export interface TextRow {
  /** Where it stands: "step.examine" in the text files, a pointer inside the form's hints. */
  key: string;
  /** Which part of the procedure it belongs to. */
  area: 'head' | 'step' | 'paper' | 'case' | 'fees' | 'legal_basis' | 'form' | 'drawing'
    | 'other';
  vi: string;
  en: string;
}
export type Files = Record<string, string>;

const FILE = { vi: 'texts.vi.toml', en: 'texts.en.toml' };
const AREAS = ['step', 'paper', 'case', 'fees', 'legal_basis'] as const;

function rowsOf(toml: Toml): Map<string, string> {
  const rows = new Map<string, string>();
  for (const table of toml.tables) {
    for (const key of keysIn(table)) {
      const value = valueIn(table, key);
      const whole = [...(table.name ? table.name.split('.') : []), key].join('\u0001');
      rows.set(whole, Array.isArray(value) ? asList(value).join('; ') : asText(value));
    }
  }
  return rows;
}

function areaOf(key: string): TextRow['area'] {
  const parts = key.split('\u0001');
  if (parts.length === 1) return 'head';
  return AREAS.find((area) => area === parts[0]) ?? 'other';
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'vi' in value
    && Object.keys(value).every((key) => key === 'vi' || key === 'en');
}

/** The texts inside a JSON value, with the way to each. */
function textsIn(value: unknown, way: string[]): TextRow[] {
  if (isText(value)) {
    return [{ key: way.join('\u0001'), area: 'form', vi: value.vi ?? '', en: value.en ?? '' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...way, key]));
}

function formTexts(files: Files): TextRow[] {
  try {
    return textsIn(JSON.parse(files['form.ui.json'] ?? '{}'), []);
  } catch {
    return [];
  }
}

const DRAWING = 'process.bpmn';

function drawingTexts(files: Files): TextRow[] {
  return drawnNames(files[DRAWING] ?? '').map(({ id, kind, vi, en }) => (
    { key: ['drawing', kind, id].join('\u0001'), area: 'drawing', vi, en }));
}

export function readTexts(files: Files): TextRow[] {
  const vi = rowsOf(parseToml(files[FILE.vi] ?? ''));
  const en = rowsOf(parseToml(files[FILE.en] ?? ''));
  const keys = [...new Set([...vi.keys(), ...en.keys()])];
  return [...keys.map((key): TextRow => ({ key, area: areaOf(key), vi: vi.get(key) ?? '',
    en: en.get(key) ?? '' })), ...formTexts(files), ...drawingTexts(files)];
}

/** A key as people read it: step › examine. */
export function shownKey(key: string): string {
  return key.split('\u0001').join(' › ');
}

function setFormText(files: Files, key: string, language: 'vi' | 'en', text: string): Files {
  const hints = JSON.parse(files['form.ui.json'] ?? '{}') as Record<string, unknown>;
  const target = key.split('\u0001').reduce<unknown>((here, part) => (
    (here as Record<string, unknown>)[part]), hints);
  (target as Record<string, string>)[language] = text;
  return { 'form.ui.json': JSON.stringify(hints, null, 2) + '\n' };
}

/** The files this text's change makes anew. */
export function setTextOf(files: Files, row: TextRow, language: 'vi' | 'en', text: string): Files {
  if (row.area === 'form') return setFormText(files, row.key, language, text);
  const parts = row.key.split('\u0001');
  const key = parts.pop() ?? '';
  if (row.area === 'drawing') {
    return { [DRAWING]: setDrawnName(files[DRAWING] ?? '', key, language, text) };
  }
  const name = parts.join('.');
  const other = parseToml(files[FILE[language === 'vi' ? 'en' : 'vi']] ?? '');
  const was_list = Array.isArray(valueIn(tableOf(parseToml(files[FILE[language]] ?? ''), name), key)
    ?? valueIn(tableOf(other, name), key));
  const changed = editToml(files[FILE[language]] ?? '', (toml) => {
    const table = tableOf(toml, name) ?? addTable(toml, name, false);
    const list = text.split(';').map((one) => one.trim()).filter(Boolean);
    setIn(table, key, was_list ? list : text || undefined);
  });
  return { [FILE[language]]: changed };
}

/** One text of both files, by table and key. */
export function textAt(files: Files, table: string, key: string): Text {
  const read = (language: 'vi' | 'en') => (
    asText(valueIn(tableOf(parseToml(files[FILE[language]] ?? ''), table), key)));
  return { vi: read('vi'), en: read('en') };
}

export function setTextAt(files: Files, table: string, key: string, text: Partial<Text>): Files {
  const changed: Files = {};
  for (const language of ['vi', 'en'] as const) {
    const words = text[language];
    if (words === undefined) continue;
    changed[FILE[language]] = editToml(files[FILE[language]] ?? '', (toml) => {
      setIn(tableOf(toml, table) ?? addTable(toml, table, false), key, words || undefined);
    });
  }
  return changed;
}

/** Takes a text, or with no key a whole table, out of both files. */
export function dropText(files: Files, table: string, key: string): Files {
  return Object.fromEntries((['vi', 'en'] as const).map((language) => [FILE[language],
    editToml(files[FILE[language]] ?? '', (toml) => {
      const found = tableOf(toml, table);
      if (found) setIn(found, key, undefined);
    })]));
}
