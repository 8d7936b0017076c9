import { expect, test } from 'vitest';
import { readNumber } from './number_field';

test('separators may be typed or left out', () => {
  expect(['1200000', '1.200.000', '1 200 000', '12', ' 7 '].map(readNumber))
    .toEqual([1200000, 1200000, 1200000, 12, 7]);
});

test('what is no number stays as typed; nothing is nothing', () => {
  expect(readNumber('mười')).toBe('mười');
  expect(readNumber('  ')).toBeUndefined();
});
