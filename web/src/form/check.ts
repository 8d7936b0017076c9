// Checks the answers of one page and says in plain words what to do. The server checks again.
import { say } from '../app/language';
import { small } from '../display/small';
import { t } from '../text/form';
import { hintOf } from './hints';
import { fieldId, type Path } from './path';
import { fieldAt, labelOf, type FieldHere, type Form } from './pages';
import { isAnswers, propertiesOf, typeOf, type Answers, type Schema } from './schema';

export interface FormError { id: string; path: Path; message: string }

type Code = 'required' | 'choose' | 'agree' | 'type' | 'pattern' | 'format' | 'minLength'
  | 'maxLength' | 'date' | 'minimum' | 'maximum' | 'minItems' | 'maxItems' | 'enum';

export function isRealDate(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
}

const FORMATS: Record<string, (text: string) => boolean> = {
  date: isRealDate,
  email: (text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text),
  'vn-cccd': (text) => /^\d{12}$/.test(text),
  'vn-identity-number': (text) => /^(\d{9}|\d{12})$/.test(text),
  'passport-number': (text) => /^[A-Z0-9]{5,9}$/.test(text),
};

export function optionsOf(schema: Schema): { value: unknown; title?: string }[] | undefined {
  if (schema.oneOf) return schema.oneOf.map((one) => ({ value: one.const, title: one.title }));
  return schema.enum?.map((value) => ({ value }));
}

function textFault(schema: Schema, value: string): Code | undefined {
  if (schema.format && FORMATS[schema.format]?.(value) === false) {
    return schema.format === 'date' ? 'date' : 'format';
  }
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) return 'pattern';
  const length = [...value].length;
  if (schema.minLength !== undefined && length < schema.minLength) return 'minLength';
  if (schema.maxLength !== undefined && length > schema.maxLength) return 'maxLength';
  return undefined;
}

function numberFault(schema: Schema, value: unknown): Code | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'type';
  if (typeOf(schema) === 'integer' && !Number.isInteger(value)) return 'type';
  if (schema.minimum !== undefined && value < schema.minimum) return 'minimum';
  if (schema.maximum !== undefined && value > schema.maximum) return 'maximum';
  return undefined;
}

function leafFault(schema: Schema, value: unknown): Code | undefined {
  if (schema.const !== undefined && value !== schema.const) return 'agree';
  const options = optionsOf(schema);
  if (options && !options.some((option) => option.value === value)) return 'enum';
  const type = typeOf(schema);
  if (type === 'integer' || type === 'number') return numberFault(schema, value);
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'type';
  return typeof value === 'string' ? textFault(schema, value) : 'type';
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
    || (typeof value === 'string' && !value.trim());
}

function missingCode(schema: Schema): Code {
  if (schema.const === true) return 'agree';
  return optionsOf(schema) || typeOf(schema) === 'boolean' ? 'choose' : 'required';
}

function limitOf(schema: Schema, code: Code): string {
  const limit = schema[code as keyof Schema];
  return typeof limit === 'number' ? String(limit) : '';
}

/** A procedure's own message for the broader rule also serves the narrower one. */
const GENERAL: Partial<Record<Code, Code>> =
  { choose: 'required', agree: 'required', minItems: 'required', date: 'format' };

function errorOf(form: Form, field: FieldHere, code: Code): FormError {
  const own = hintOf(form.hints, field.path).errors;
  const label = labelOf(form, field);
  const message = say(own?.[code] ?? own?.[GENERAL[code] ?? code])
    || t(`error.${code}`, { label, small: small(label), limit: limitOf(field.schema, code) });
  return { id: fieldId(field.path), path: field.path, message };
}

/** How many entries a list has to have. */
export function leastItems({ schema, required }: FieldHere): number {
  return required ? schema.minItems ?? 1 : 0;
}

function checkList(form: Form, answers: Answers, field: FieldHere, value: unknown): FormError[] {
  const given: unknown[] = Array.isArray(value) ? value : [];
  const least = leastItems(field);
  const asked = fieldAt(form, answers, [...field.path, given.length]);
  const isChoice = asked !== undefined && optionsOf(asked.schema) !== undefined;
  // groups that must be there are shown from the start, so their own fields say what is missing
  const items = isChoice ? given
    : Array.from({ length: Math.max(given.length, least) }, (_, index) => given[index]);
  if (items.length < least) {
    const limited = { ...field, schema: { ...field.schema, minItems: least } };
    return [errorOf(form, limited, 'minItems')];
  }
  const most = field.schema.maxItems;
  if (most !== undefined && items.length > most) return [errorOf(form, field, 'maxItems')];
  return items.flatMap((item, index) => {
    const inner = fieldAt(form, answers, [...field.path, index]);
    return inner ? checkField(form, answers, { ...inner, required: true }, item) : [];
  });
}

/** The errors of one field and all below it. */
export function checkField(
  form: Form, answers: Answers, field: FieldHere, value: unknown,
): FormError[] {
  const type = typeOf(field.schema);
  if (type === 'array') return checkList(form, answers, field, value);
  if (type === 'object') {
    return propertiesOf(field.schema).flatMap(([name]) => {
      const inner = fieldAt(form, answers, [...field.path, name]);
      return inner ? checkField(form, answers, inner, isAnswers(value) ? value[name] : undefined)
        : [];
    });
  }
  if (isMissing(value) || (field.schema.const === true && value === false)) {
    return field.required ? [errorOf(form, field, missingCode(field.schema))] : [];
  }
  const fault = leafFault(field.schema, value);
  return fault ? [errorOf(form, field, fault)] : [];
}
