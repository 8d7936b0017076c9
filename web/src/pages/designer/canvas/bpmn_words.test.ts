// 0 untranslated strings: every text the installed bpmn-js gives to `translate` has ours.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { translateInto, untranslated, VI } from './bpmn_words';

const PACKAGES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const ALIGN = ['left', 'center', 'right', 'top', 'middle', 'bottom'];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.js') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Without comments, in which examples stand. */
function program(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function given(): string[] {
  const found = new Set<string>();
  for (const name of ['bpmn-js', 'diagram-js']) {
    for (const text of sources(join(PACKAGES, name, 'lib')).map(program)) {
      for (const [, words] of text.matchAll(/ranslate\(\s*'([^']+)'\s*[,)]/g)) found.add(words!);
    }
  }
  found.delete(' + shift + ');
  for (const file of ['popup-menu/PopupEntries.js', 'replace/ReplaceOptions.js']) {
    const text = program(readFileSync(join(PACKAGES, 'bpmn-js/lib/features', file), 'utf8'));
    for (const [, words] of text.matchAll(/label:\s*'([^']+)'/g)) found.add(words!);
  }
  for (const side of ALIGN) found.add(`Align elements ${side}`);
  return [...found].sort();
}

test('0 untranslated strings in both languages', () => {
  const words = given();
  expect(words.length).toBeGreaterThan(90);
  for (const language of ['vi', 'en'] as const) {
    untranslated.clear();
    for (const one of words) expect(translateInto(language)(one)).not.toBe('');
    expect([...untranslated]).toEqual([]);
  }
});

test('a text with a place keeps it, a word nobody knows is counted', () => {
  untranslated.clear();
  expect(translateInto('vi')('Open {element}', { element: 'A' })).toBe('Mở A');
  expect(translateInto('vi')('Brand new words')).toBe('Brand new words');
  expect([...untranslated]).toEqual(['Brand new words']);
  expect(Object.values(VI).every((text) => text.trim())).toBe(true);
});
