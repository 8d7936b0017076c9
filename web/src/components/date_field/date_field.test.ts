import { expect, test } from 'vitest';
import { readBoxes, writeBoxes } from './date_field';

test('a date goes into the boxes without noughts and comes back with them', () => {
  expect(readBoxes('2017-04-05')).toEqual({ day: '5', month: '4', year: '2017' });
  expect(writeBoxes({ day: '5', month: '4', year: '2017' })).toBe('2017-04-05');
});

test('empty boxes are no date; a part alone is kept for the check to refuse', () => {
  expect(writeBoxes({ day: '', month: '', year: '' })).toBeUndefined();
  expect(writeBoxes({ day: '31', month: '2', year: '' })).toBe('0000-02-31');
  expect(readBoxes(undefined)).toEqual({ day: '', month: '', year: '' });
});
