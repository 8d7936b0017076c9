// Whether a value fulfils the condition of an `if`: the JSON Schema keywords that conditions use.
// As in the standard, a keyword says nothing about a value of another type.
import { isAnswers, type Condition } from './schema';

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: Array.isArray,
  object: isAnswers,
  null: (value) => value === null,
};

function typeHolds({ type }: Condition, value: unknown): boolean {
  const types = Array.isArray(type) ? type : type ? [type] : [];
  return !types.length || types.some((one) => TYPES[one]?.(value));
}

function objectHolds(condition: Condition, value: unknown): boolean {
  if (!isAnswers(value)) return true;
  if (condition.required?.some((name) => value[name] === undefined)) return false;
  return Object.entries(condition.properties ?? {}).every(([name, inner]) => (
    value[name] === undefined || holds(inner, value[name])));
}

function arrayHolds({ contains, minItems, maxItems }: Condition, value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  if (minItems !== undefined && value.length < minItems) return false;
  if (maxItems !== undefined && value.length > maxItems) return false;
  return contains === undefined || value.some((item) => holds(contains, item));
}

function numberHolds(condition: Condition, value: unknown): boolean {
  if (typeof value !== 'number') return true;
  const { minimum = -Infinity, maximum = Infinity } = condition;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = condition;
  return value >= minimum && value <= maximum
    && value > exclusiveMinimum && value < exclusiveMaximum;
}

function textHolds({ pattern, minLength }: Condition, value: unknown): boolean {
  if (typeof value !== 'string') return true;
  if (minLength !== undefined && [...value].length < minLength) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

export function holds(condition: Condition | boolean, value: unknown): boolean {
  if (typeof condition === 'boolean') return condition;
  if ('const' in condition && !same(condition.const, value)) return false;
  if (condition.enum && !condition.enum.some((one) => same(one, value))) return false;
  if (condition.not !== undefined && holds(condition.not, value)) return false;
  if (condition.allOf?.some((inner) => !holds(inner, value))) return false;
  if (condition.anyOf && !condition.anyOf.some((inner) => holds(inner, value))) return false;
  return typeHolds(condition, value) && objectHolds(condition, value)
    && arrayHolds(condition, value) && numberHolds(condition, value)
    && textHolds(condition, value);
}
