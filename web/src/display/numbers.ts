// How numbers read: 1.200.000 and 97,2 in Vietnamese, 1,200,000 and 97.2 in English.
import { language } from '../app/language';

const whole = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
const tenth = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB',
  { maximumFractionDigits: 1 });

export function showNumber(value: number): string {
  return whole.format(value);
}

/** A file's size: "640 kB", "1,8 MB". */
export function showSize(bytes: number): string {
  if (bytes < 1_000_000) return `${whole.format(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return `${tenth.format(bytes / 1_000_000)} MB`;
}

/** Decimals come from the server with a comma ("97,83"); English reads them with a point. */
export function showDecimal(value: string): string {
  return language === 'vi' ? value : value.replace(',', '.');
}

export function showPercent(percent: string): string {
  return `${showDecimal(percent)}%`;
}

/** A look-up code in groups of four, easier to read aloud. */
export function grouped(code: string): string {
  const plain = code.replace(/[\s-]/g, '');
  return plain.match(/.{1,4}/g)?.join('-') ?? code;
}
