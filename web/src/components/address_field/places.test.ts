import { expect, it } from 'vitest';
import { codeOf } from './places';

const places = { source: 'x', items: [{ code: '01', name: 'Thành phố Hà Nội' },
  { code: '02', name: 'Tỉnh Hà Giang' }] };

it('knows a place by its name, whole or without its kind, marks or none', () => {
  expect(codeOf(places, 'Thành phố Hà Nội')).toBe('01');
  expect(codeOf(places, 'ha giang')).toBe('02');
  expect(codeOf(places, 'Nội')).toBeUndefined();
  expect(codeOf(places, 'Đông Kinh')).toBeUndefined();
  expect(codeOf(undefined, 'Hà Nội')).toBeUndefined();
});
