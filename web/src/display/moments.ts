// How dates and moments read. They come from the server in the office's own time (+07:00) and are
// shown as written, never shifted and never computed with.
import { language } from '../app/language';

const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const SHORT_WEEKDAYS = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
  'September', 'October', 'November', 'December'];

interface Parts { year: string; month: string; day: string; time: string; weekday: number }

/** Reads "2017-04-12" or "2017-04-12T09:10:00+07:00"; undefined for anything else. */
export function readMoment(text: string): Parts | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', day = '', time = ''] = found;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return { year, month, day, time, weekday };
}

/** "12/04/2017" or "12 April 2017". */
export function showDate(text: string): string {
  const parts = readMoment(text);
  if (!parts) return text;
  if (language === 'vi') return `${parts.day}/${parts.month}/${parts.year}`;
  return `${Number(parts.day)} ${MONTHS[Number(parts.month) - 1] ?? parts.month} ${parts.year}`;
}

/** "thứ Tư 12/04/2017" or "Wednesday 12 April 2017". */
export function showDay(text: string): string {
  const parts = readMoment(text);
  return parts ? `${WEEKDAYS[language][parts.weekday]} ${showDate(text)}` : text;
}

/** "16:30 thứ Tư 12/04/2017" or "16:30 on Wednesday 12 April 2017"; no time: the day alone. */
export function showMoment(text: string): string {
  const parts = readMoment(text);
  if (!parts) return text;
  if (!parts.time) return showDay(text);
  return parts.time + (language === 'vi' ? ' ' : ' on ') + showDay(text);
}

/** "16:30 T4 12/04": for tables. */
export function showShortMoment(text: string): string {
  const parts = readMoment(text);
  if (!parts) return text;
  const day = `${SHORT_WEEKDAYS[language][parts.weekday]} ${parts.day}/${parts.month}`;
  return parts.time ? `${parts.time} ${day}` : day;
}

export function showTime(text: string): string {
  return readMoment(text)?.time ?? text;
}

/** First letter large, where a sentence begins with a day. */
export function startSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
