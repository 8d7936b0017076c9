import { expect, test } from 'vitest';
import { commonName, meaningOf, verdictOf, type Signature } from './asking';

const HOLDS: Signature = { signer: 'Hoàng Anh Dũng', organisation: '', issuer: '', intact: true,
  changed_later: false, whole: true, trusted: true, holds: true };

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
  expect(meaningOf({ file: { name: 'x.pdf', signatures: [HOLDS, { ...HOLDS, intact: false }] } }))
    .toBe('altered-file');
});

test('who gave a certificate is called by name', () => {
  expect(commonName('C=VN,CN=Một Cửa\\, trình diễn,O=Sở')).toBe('Một Cửa, trình diễn');
  expect(commonName('O=Sở Ngoại vụ')).toBe('O=Sở Ngoại vụ');
});
