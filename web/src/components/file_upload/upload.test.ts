import { expect, test } from 'vitest';
import { mediaType } from './upload';

test('a file without a type is known by its ending', () => {
  expect(mediaType({ name: 'Hộ chiếu.PDF', type: '' })).toBe('application/pdf');
  expect(mediaType({ name: 'anh.jpeg', type: '' })).toBe('image/jpeg');
  expect(mediaType({ name: 'anh.jpeg', type: 'image/png' })).toBe('image/png');
  expect(mediaType({ name: 'virus.exe', type: '' })).toBe('');
});
