import { expect, test } from 'vitest';
import { bytesOf, textOf } from './ceremony';

test('bytes go to base64url and back, with every letter of it', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(bytesOf(textOf(bytes.buffer))).toEqual(bytes);
  expect(textOf(Uint8Array.from([251, 255, 254]).buffer)).toBe('-__-');
});
