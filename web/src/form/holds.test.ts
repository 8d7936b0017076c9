import { expect, test } from 'vitest';
import { holds } from './holds';

const asks = { properties: { kind: { const: 'state' } }, required: ['kind'] };

test('a value given, another value, none given', () => {
  expect(holds(asks, { kind: 'state' })).toBe(true);
  expect(holds(asks, { kind: 'own' })).toBe(false);
  expect(holds(asks, {})).toBe(false);
  expect(holds({ properties: { kind: { const: 'state' } } }, {})).toBe(true);
});

test('lists, numbers, texts and their combinations', () => {
  expect(holds({ contains: { const: 'JP' } }, ['VN', 'JP'])).toBe(true);
  expect(holds({ contains: { const: 'JP' } }, ['VN'])).toBe(false);
  expect(holds({ minimum: 2, exclusiveMaximum: 4 }, 3)).toBe(true);
  expect(holds({ minimum: 2, exclusiveMaximum: 4 }, 4)).toBe(false);
  expect(holds({ not: { enum: ['a', 'b'] } }, 'c')).toBe(true);
  expect(holds({ anyOf: [{ const: 1 }, { const: 2 }] }, 2)).toBe(true);
  expect(holds({ allOf: [{ type: 'string' }, { pattern: '^x' }] }, 'yx')).toBe(false);
  expect(holds({ type: ['integer', 'null'] }, null)).toBe(true);
});

test('a keyword says nothing about a value of another type', () => {
  expect(holds({ minimum: 5 }, 'text')).toBe(true);
  expect(holds({ required: ['x'] }, 'text')).toBe(true);
  expect(holds(false, 'anything')).toBe(false);
});
