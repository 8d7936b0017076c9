import { expect, test } from 'vitest';
import { meaningOf, verdictOf, type Signature } from './asking';

const HOLDS: Signature = { signer: 'Hoàng Anh Dũng', organisation: '', issuer: '', intact: true,
  changed_later: false, trusted: true, holds: true };

test('of a signature the worst is said', () => {
  expect(verdictOf(HOLDS)).toBe('holds');
  expect(verdictOf({ ...HOLDS, trusted: false, holds: false })).toBe('untrusted');
  expect(verdictOf({ ...HOLDS, changed_later: true, trusted: false, holds: false }))
    .toBe('changed');
  expect(verdictOf({ ...HOLDS, intact: false, changed_later: true, holds: false })).toBe('broken');
});

test('what nobody issued is unknown, by number or by file', () => {
  expect(meaningOf({})).toBe('unknown-number');
  expect(meaningOf({ file: { name: 'x.pdf', signatures: [HOLDS] } })).toBe('unknown-file');
});
