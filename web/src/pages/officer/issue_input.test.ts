import { expect, test } from 'vitest';
import { checkIssue, issueOf, type TypedIssue } from './issue_input';

const SIGNED: TypedIssue = { origin: 'composed', passphrase: 'khoá của tôi', reason: '' };
const PDF = new File(['%PDF-'], 'qd.pdf', { type: 'application/pdf' });

function wrongFields(typed: TypedIssue, replaces = false): string[] {
  return checkIssue(typed, replaces).map((error) => error.id);
}

test('what the office writes needs the passphrase, what came from elsewhere needs its file', () => {
  expect(wrongFields(SIGNED)).toEqual([]);
  expect(wrongFields({ ...SIGNED, passphrase: '' })).toEqual(['issue-key']);
  expect(wrongFields({ ...SIGNED, origin: 'received', passphrase: '' })).toEqual(['issue-file']);
  expect(wrongFields({ ...SIGNED, origin: 'received', file: PDF })).toEqual([]);
  expect(wrongFields({ ...SIGNED, origin: 'digitised', file: new File(['x'], 'qd.docx') }))
    .toEqual(['issue-file']);
});

test('a replacement says why, a date exists', () => {
  expect(wrongFields(SIGNED, true)).toEqual(['issue-reason']);
  expect(wrongFields({ ...SIGNED, reason: 'Sai tên' }, true)).toEqual([]);
  expect(wrongFields({ ...SIGNED, until: '2017-02-30' })).toEqual(['issue-until']);
});

test('the passphrase goes only with what it signs', () => {
  expect(issueOf({ ...SIGNED, until: '2018-04-30' }, 'composed', undefined))
    .toEqual({ origin: 'composed', passphrase: 'khoá của tôi', valid_until: '2018-04-30' });
  expect(issueOf({ ...SIGNED, reason: ' Sai tên ' }, 'received', 'ab12'))
    .toEqual({ origin: 'received', sha256: 'ab12', reason: 'Sai tên' });
});
