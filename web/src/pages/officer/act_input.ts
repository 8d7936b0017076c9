// What an officer typed for an act, from the fields of the server's offer: kept as text while
// typing, checked for presence and shape, and turned into the ActInput of the API. The rules
// themselves are the server's; nothing is decided here.
import { say } from '../../app/language';
import { readNumber } from '../../components/number_field/number_field';
import { isRealDate } from '../../form/check';
import { fieldId, readPointer } from '../../form/path';
import { isAnswers, pruned, type Answers, type Schema } from '../../form/schema';
import type { Problem } from '../../api/problem';
import { t } from '../../text/officer';
import type { ActField, ActInput, ActOffer } from './shapes';

/** date is "YYYY-MM-DD" as the boxes give it, real or not; time only for moments. */
export interface TypedDate { date?: string; time: string }
/** A paper, or a question of the form by its JSON Pointer. */
export interface TypedItem { paper?: string; field?: string; chosen: boolean; what: string }
export interface Typed { texts: Record<string, string>; dates: Record<string, TypedDate>;
  items: TypedItem[]; answers?: Answers }
/** id: of the input, for a question of a form inside the field. */
export interface FieldError { field: string; message: string; id?: string }

/** What an item is called among those of one act. */
export function itemKey(item: TypedItem): string {
  return item.paper ?? `field${(item.field ?? '').replaceAll('/', '-')}`;
}

export const NO_DATE: TypedDate = { time: '' };

/** Nothing typed yet; a field that corrects something starts with what is recorded now. */
export function emptyTyped(papers: string[], fields: ActField[] = []): Typed {
  const typed: Typed = { texts: {}, dates: {}, items: papers.map((paper) => ({
    paper, chosen: false, what: '',
  })) };
  for (const { name, value } of fields) {
    if (typeof value === 'string') typed.texts[name] = value;
    else if (isAnswers(value)) typed.answers = value;
  }
  return typed;
}

/**
 * What was typed, upon what somebody else recorded meanwhile: a field left as it was takes the new
 * value, one that was changed keeps what was typed.
 */
export function rebased(typed: Typed, before: ActField[], now: ActField[]): Typed {
  const moved: Typed = { ...typed, texts: { ...typed.texts } };
  for (const { name, value } of now) {
    const old = before.find((field) => field.name === name)?.value;
    if (typeof value === 'string' && typed.texts[name] === old) moved.texts[name] = value;
    else if (isAnswers(value) && JSON.stringify(typed.answers) === JSON.stringify(old)) {
      moved.answers = value;
    }
  }
  return moved;
}

function two(text: string): string {
  return text.padStart(2, '0');
}

/** "2017-04-12T09:10:00+07:00": the office's own time. */
export function writeMoment(typed: TypedDate): string | undefined {
  const date = typed.date && isRealDate(typed.date) ? typed.date : undefined;
  const time = /^([01]?\d|2[0-3])[:hg.]?([0-5]\d)$/.exec(typed.time.trim());
  return date && time ? `${date}T${two(time[1] ?? '')}:${time[2]}:00+07:00` : undefined;
}

export function isBlank(typed: TypedDate | undefined): boolean {
  return !typed || !(typed.date || typed.time);
}

function checkItems(
  field: ActField, typed: Typed, name: (item: TypedItem) => string,
): FieldError[] {
  const chosen = typed.items.filter((item) => item.chosen);
  if (chosen.length === 0) {
    return field.required ? [{ field: field.name,
      message: t(field.questions?.length ? 'fill_items_or_questions' : 'fill_items') }] : [];
  }
  return chosen.filter((item) => !item.what.trim()).map((item) => ({
    field: `${field.name}-${itemKey(item)}`,
    message: t('fill_item_what', { paper: name(item) }),
  }));
}

function checkDate(field: ActField, typed: Typed): FieldError[] {
  const date = typed.dates[field.name];
  if (isBlank(date)) return [];
  const real = field.kind === 'moment' ? writeMoment(date ?? NO_DATE) !== undefined
    : isRealDate(date?.date ?? '');
  if (real) return [];
  return [{ field: field.name, message: t('fill_date', { field: say(field.label) }) }];
}

function moneyOf(field: ActField, typed: Typed): number | string | undefined {
  return readNumber(typed.texts[field.name] ?? '');
}

function checkMoney(field: ActField, typed: Typed): FieldError[] {
  const money = moneyOf(field, typed);
  if (money === undefined || (Number.isSafeInteger(money) && Number(money) > 0)) return [];
  return [{ field: field.name, message: t('fill_money', { field: say(field.label) }) }];
}

function isMissing(field: ActField, typed: Typed): boolean {
  if (field.kind === 'date' || field.kind === 'moment') return isBlank(typed.dates[field.name]);
  return !(typed.texts[field.name] ?? '').trim();
}

/** What is still to be filled in; itemName gives the name of an item for the message. */
export function checkTyped(
  offer: ActOffer, typed: Typed, itemName: (item: TypedItem) => string,
): FieldError[] {
  return offer.fields.flatMap((field) => {
    if (field.kind === 'items') return checkItems(field, typed, itemName);
    if (field.required && isMissing(field, typed)) {
      return [{ field: field.name, message: t('fill_in', { field: say(field.label) }) }];
    }
    if (field.kind === 'money') return checkMoney(field, typed);
    return field.kind === 'date' || field.kind === 'moment' ? checkDate(field, typed) : [];
  });
}

function valueOf(field: ActField, typed: Typed): unknown {
  if (field.kind === 'items') {
    return typed.items.filter((item) => item.chosen)
      .map(({ paper, field: question, what }) => (
        { ...(question === undefined ? { paper } : { field: question }), what: what.trim() }));
  }
  if (field.kind === 'papers') {
    return typed.items.filter((item) => item.chosen).map((item) => item.paper);
  }
  if (field.kind === 'answers') return typed.answers;
  if (field.kind === 'task-form') {
    const schema = (field.form?.schema ?? {}) as Schema;  // without what is no longer asked
    return pruned(schema, typed.answers ?? {}, schema);
  }
  if (field.kind === 'money') return moneyOf(field, typed);
  if (field.kind === 'date') return typed.dates[field.name]?.date;
  if (field.kind === 'moment') return writeMoment(typed.dates[field.name] ?? NO_DATE);
  return (typed.texts[field.name] ?? '').trim() || undefined;
}

/**
 * What the server found wrong, at the fields of the offer; undefined where some of it is in none of
 * them, so that it has to be told as a whole.
 */
export function refusedAt(offer: ActOffer, problem: Problem): FieldError[] | undefined {
  const found = (problem.errors ?? []).map((error): FieldError | undefined => {
    const [member = '', ...rest] = readPointer(error.path);
    const field = offer.fields.find(({ name }) => name === member
      || name === `${member}.${rest[0] ?? ''}`);
    if (!field) return undefined;
    const inside = field.kind === 'answers' || field.kind === 'task-form';
    return { field: field.name, message: error.message,
      id: inside && rest.length ? fieldId(rest) : undefined };
  });
  const told = found.filter((error) => error !== undefined);
  return told.length > 0 && told.length === found.length ? told : undefined;
}

/** "corrections.name" goes into a member of the member `corrections`. */
function put(input: Record<string, unknown>, name: string, value: unknown): void {
  const [member = '', inner] = name.split('.');
  if (!inner) {
    input[member] = value;
    return;
  }
  input[member] = { ...(input[member] as object | undefined), [inner]: value };
}

export function inputOf(offer: ActOffer, typed: Typed): ActInput {
  const input: Record<string, unknown> = {};
  if (offer.task) input.task = offer.task;
  for (const field of offer.fields) {
    const value = valueOf(field, typed);
    const nothing = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!nothing) put(input, field.name, value);
  }
  return input as ActInput;
}
