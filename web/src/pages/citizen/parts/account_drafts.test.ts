import { expect, test } from 'vitest';
import { allDrafts, type AccountDraft } from './account_drafts';
import type { KeptDraft } from './kept_drafts';

const name = { vi: 'Thẻ ABTC', en: 'ABTC card' };
const of_account = (id: string): AccountDraft =>
  ({ id, procedure: 'abtc', name, party: 'p', step: 2, saved_at: '2017-04-12T09:00:00+07:00' });
const kept = (id: string, more: Partial<KeptDraft> = {}): KeptDraft =>
  ({ id, procedure: 'abtc', name, saved_at: '2017-04-12T08:00:00+07:00', step: '1', ...more });

test('a draft of the account is listed once, at the step the server has', () => {
  const drafts = allDrafts([of_account('a')], [kept('a', { of_account: true }), kept('b')]);
  expect(drafts.map((one) => [one.id, one.step])).toEqual([['a', '3'], ['b', '1']]);
});

test('one that the account no longer has was sent or deleted elsewhere', () => {
  expect(allDrafts([], [kept('a', { of_account: true })])).toEqual([]);
});

test('until the account is known, what this browser remembers is shown', () => {
  expect(allDrafts(undefined, [kept('a', { of_account: true })])).toHaveLength(1);
});
