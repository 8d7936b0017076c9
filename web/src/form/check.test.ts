import { expect, test } from 'vitest';
import { checkField, isRealDate } from './check';
import { withAnswer, at } from './path';
import { fieldAt, fieldsOf, nextPage, pageOf, readForm } from './pages';
import { inForce, pruned, type Answers, type Schema } from './schema';

const schema: Schema = {
  type: 'object',
  required: ['name', 'kind', 'members', 'trip', 'sure'],
  properties: {
    name: { type: 'string', title: 'Họ và tên', minLength: 2 },
    kind: { type: 'string', enum: ['business', 'private'] },
    organisation: { type: 'string', title: 'Cơ quan' },
    members: { type: 'array', minItems: 1, items: { $ref: '#/$defs/member' } },
    trip: {
      type: 'object', required: ['from'],
      properties: { from: { type: 'string', format: 'date', title: 'Ngày đi' },
        days: { type: 'integer', minimum: 1 } },
    },
    sure: { type: 'boolean', const: true, title: 'Tôi cam đoan' },
  },
  allOf: [{
    if: { properties: { kind: { const: 'business' } }, required: ['kind'] },
    then: { required: ['organisation'] },
  }],
  $defs: { member: { type: 'object', required: ['name'],
    properties: { name: { type: 'string', title: 'Tên' },
      email: { type: 'string', format: 'email' } } } },
};

const form = readForm(schema, {
  pages: [
    { title: { vi: 'Một', en: 'One' }, fields: ['/name', '/kind', '/organisation'] },
    { title: { vi: 'Hai', en: 'Two' }, fields: ['/trip', '/members', '/sure'] },
  ],
  fields: { '/members/*/name': { errors: { required: { vi: 'Nhập tên thành viên', en: '' } } } },
});

function faults(answers: Answers, page: number): string[] {
  const shown = form.pages[page];
  if (!shown) throw new Error('no such page');
  return fieldsOf(form, shown, answers)
    .flatMap((field) => checkField(form, answers, field, at(answers, field.path)))
    .map((error) => error.id);
}

test('a field that only a condition names is asked while the condition holds', () => {
  const names = (answers: Answers) =>
    Object.keys(inForce(schema, answers, schema).properties ?? {});
  expect(names({ kind: 'business' })).toContain('organisation');
  expect(names({ kind: 'private' })).not.toContain('organisation');
  expect(names({})).not.toContain('organisation');
});

test('missing answers are errors at their fields, in the order of the page', () => {
  expect(faults({}, 0)).toEqual(['field-name', 'field-kind']);
  expect(faults({ name: 'A B', kind: 'business' }, 0)).toEqual(['field-organisation']);
  expect(faults({ name: 'A B', kind: 'private' }, 0)).toEqual([]);
  expect(faults({}, 1)).toEqual(['field-trip-from', 'field-members-0-name', 'field-sure']);
});

test('a date that does not exist, a wrong address, a wrong number', () => {
  const answers = { trip: { from: '2017-02-31', days: 0 }, sure: true,
    members: [{ name: 'A', email: 'nowhere' }, {}] };
  expect(faults(answers, 1)).toEqual(['field-trip-from', 'field-trip-days',
    'field-members-0-email', 'field-members-1-name']);
});

test('the message is the hint\'s own, else made of the label', () => {
  const answers = { members: [{}] };
  const field = fieldAt(form, answers, ['members', 0, 'name']);
  if (!field) throw new Error('the field is not asked');
  expect(checkField(form, answers, field, undefined)[0]?.message).toBe('Nhập tên thành viên');
  const name = fieldAt(form, {}, ['name']);
  if (!name) throw new Error('the field is not asked');
  expect(checkField(form, {}, name, undefined)[0]?.message).toBe('Nhập họ và tên');
});

test('a box ticked and unticked again is missing', () => {
  expect(faults({ trip: { from: '2017-04-20' }, members: [{ name: 'A' }], sure: false }, 1))
    .toEqual(['field-sure']);
});

test('answers of hidden fields and empty texts are left out when saving', () => {
  const answers = {
    name: '', kind: 'private', organisation: 'X', members: [{ name: 'A', email: '' }],
  };
  expect(pruned(schema, answers, schema)).toEqual({ kind: 'private', members: [{ name: 'A' }] });
});

test('changing one answer copies; taking an item out closes the gap', () => {
  const before = { members: [{ name: 'A' }, { name: 'B' }] };
  expect(withAnswer(before, ['members', 0], undefined)).toEqual({ members: [{ name: 'B' }] });
  expect(withAnswer(before, ['trip', 'days'], 2)).toEqual({ ...before, trip: { days: 2 } });
  expect(withAnswer({ name: 'A' }, ['name'], undefined)).toEqual({});
  expect(before.members).toHaveLength(2);
});

test('pages: an answer\'s page, and pages with nothing to ask are passed over', () => {
  expect(pageOf(form, ['members', 1, 'name'])).toBe(1);
  expect(pageOf(form, ['elsewhere'])).toBe(-1);
  const two = readForm(schema, { pages: [{ title: { vi: '', en: '' }, fields: ['/organisation'] },
    { title: { vi: '', en: '' }, fields: ['/name'] }] });
  expect(nextPage(two, { kind: 'private' }, 0)).toBe(1);
  expect(nextPage(two, { kind: 'business' }, 0)).toBe(0);
  expect(nextPage(two, {}, 2)).toBe(2);
});

test('without page hints each object is a page', () => {
  expect(readForm(schema, undefined).pages.map((page) => page.fields.length)).toEqual([5, 1]);
});

test('numbers of identity cards and passports, as the server has them', () => {
  const one = (format: string, value: string) => checkField(
    readForm({ type: 'object', properties: { it: { type: 'string', format } } }, undefined), {},
    { path: ['it'], schema: { type: 'string', format }, required: true }, value).length === 0;
  expect(['123456789', '001085012345'].map((number) => one('vn-identity-number', number)))
    .toEqual([true, true]);
  expect(['12345678', '1234567890', '00108501234a'].map((number) =>
    one('vn-identity-number', number))).toEqual([false, false, false]);
  expect(['B1234567', 'b1234567', 'AB'].map((number) => one('passport-number', number)))
    .toEqual([true, false, false]);
});

test('dates that exist', () => {
  expect(['2016-02-29', '2017-12-31'].map(isRealDate)).toEqual([true, true]);
  expect(['2017-02-29', '2017-4-1', '0017-04-01', '2017-13-01', ''].map(isRealDate))
    .toEqual([false, false, false, false, false]);
});
