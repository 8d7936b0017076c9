import { expect, test } from 'vitest';
import { stateOf, type Mandate } from './mandates';

const mandate = (principal: string, more: Partial<Mandate> = {}): Mandate => ({
  id: principal, principal: { id: principal, name: principal },
  representative: { id: 'me', name: 'Mai' }, procedures: [], may_appoint: false,
  from: '2017-04-12', given_at: '2017-04-12T08:00:00+07:00', given_by: 'Mai', in_force: true,
  ...more,
});

test('a mandate is in force, outside its time, or revoked', () => {
  expect(stateOf(mandate('a'))).toBe('in-force');
  expect(stateOf(mandate('a', { in_force: false }))).toBe('outside');
  expect(stateOf(mandate('a', { in_force: false, revoked_at: '2017-04-12T08:00:00+07:00' })))
    .toBe('revoked');
});
