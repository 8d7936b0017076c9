import { expect, test } from 'vitest';
import { filledIn, originOf, withoutNote } from './filled';

const company = { id: 'c', kind: 'organisation' as const, name: 'Công ty Sông Hồng', identity: '',
  address: '1 Lê Duẩn', phone: '0241234567', email: '' };
const answers = {
  unit: { name: 'Công ty Sông Hồng', address: '1 Lê Duẩn' },
  contact: { name: 'Trần Thị Mai', phone: '0241234567', email: '' },
};
const pointers = ['/unit/name', '/unit/address', '/contact/name', '/contact/phone'];

test('what the account holds is told from what an earlier application said', () => {
  const filled = filledIn(answers, pointers, company);
  expect(filled).toEqual({
    account: ['/unit/name', '/unit/address', '/contact/phone'], earlier: ['/contact/name'],
  });
  expect(originOf(filled, ['unit', 'name'])).toBe('account');
  expect(originOf(filled, ['contact', 'name'])).toBe('earlier');
  expect(originOf(filled, ['contact', 'email'])).toBeUndefined();
});

test('an answer that was changed is the person\'s own', () => {
  const filled = withoutNote(filledIn(answers, pointers, company), ['unit', 'name']);
  expect(originOf(filled, ['unit', 'name'])).toBeUndefined();
  expect(originOf(filled, ['unit', 'address'])).toBe('account');
  expect(withoutNote(filled, ['contact'])).toEqual({ account: ['/unit/address'], earlier: [] });
});

test('what the person typed himself, on another device, is his own', () => {
  expect(filledIn(answers, ['/unit/name'], company))
    .toEqual({ account: ['/unit/name'], earlier: [] });
});

test('an empty draft has nothing filled in', () => {
  expect(filledIn({}, [], undefined)).toEqual({ account: [], earlier: [] });
});
