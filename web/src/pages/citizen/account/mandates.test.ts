import { expect, test } from 'vitest';
import type { Account, Party } from './account';
import { appointsFor, stateOf, type Mandate } from './mandates';

const party = (id: string): Party =>
  ({ id, kind: 'organisation', name: id, identity: '', address: '', phone: '', email: '' });
const mine: Account = { id: 'me', name: 'Mai', language: 'vi', has_password: true,
  second_factor: false, spare_codes: 0, provider: '', csrf: '',
  parties: [party('me'), party('mine'), party('theirs')] };
const mandate = (principal: string, more: Partial<Mandate> = {}): Mandate => ({
  id: principal, principal: { id: principal, name: principal },
  representative: { id: 'me', name: 'Mai' }, procedures: [], may_appoint: false,
  from: '2017-04-12', given_at: '2017-04-12T08:00:00+07:00', given_by: 'Mai', in_force: true,
  ...more,
});

test('one appoints for himself and where a mandate in force says so', () => {
  const names = (mandates: Mandate[]) => appointsFor(mine, mandates).map((one) => one.id);
  expect(names([mandate('mine', { may_appoint: true }), mandate('theirs')]))
    .toEqual(['me', 'mine']);
  expect(names([mandate('mine', { may_appoint: true, in_force: false })])).toEqual(['me']);
  expect(names([mandate('mine', { may_appoint: true, representative: { id: 'x', name: 'x' } })]))
    .toEqual(['me']);
});

test('a mandate is in force, outside its time, or revoked', () => {
  expect(stateOf(mandate('a'))).toBe('in-force');
  expect(stateOf(mandate('a', { in_force: false }))).toBe('outside');
  expect(stateOf(mandate('a', { in_force: false, revoked_at: '2017-04-12T08:00:00+07:00' })))
    .toBe('revoked');
});
