// The program's own texts. Each area has vi/<area>.ts (the source of keys) and en/<area>.ts (must
// have the same keys, or the type check fails), joined in text/<area>.ts:
//   export const t = wordsOf(vi, en);   t('home.title')   t('list.found', { count: 3 })
// A text may hold {places}; a plural pair { one, other } is chosen by `count`.
import { language } from '../app/language';

export type Words = string | { one: string; other: string };
export type Values = Record<string, string | number>;

const plural = new Intl.PluralRules(language);

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export function wordsOf<Key extends string>(
  vi: Record<Key, Words>, en: Record<Key, Words>,
): (key: Key, values?: Values) => string {
  const table = language === 'en' ? en : vi;
  return (key, values = {}) => {
    const words = table[key];
    if (typeof words === 'string') return fill(words, values);
    return fill(plural.select(Number(values.count)) === 'one' ? words.one : words.other, values);
  };
}
