// The page's language comes from its address: /en/… is English, everything else Vietnamese.
// All addresses inside the program are written without the prefix and pass through `href`.
export type Language = 'vi' | 'en';
export interface Text { vi: string; en: string }

const PREFIX = /^\/en(?=\/|$)/;

export function languageOf(path: string): Language {
  return PREFIX.test(path) ? 'en' : 'vi';
}

export function withoutLanguage(path: string): string {
  return path.replace(PREFIX, '') || '/';
}

export const language: Language =
  languageOf(typeof location === 'undefined' ? '/' : location.pathname);

/** The address of a page in the language now shown; `path` starts with "/". */
export function href(path: string, into: Language = language): string {
  return into === 'en' ? '/en' + path : path;
}

/** The same page in the other language. */
export function otherLanguageHref(): string {
  const other = language === 'en' ? 'vi' : 'en';
  return href(withoutLanguage(location.pathname), other) + location.search + location.hash;
}

/** A text from the server in the language now shown; Vietnamese where English is missing. */
export function say(text: Text | undefined): string {
  if (!text) return '';
  return (language === 'en' && text.en) || text.vi;
}
