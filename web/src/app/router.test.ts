import { expect, test } from 'vitest';
import { languageOf, withoutLanguage } from './language';
import { match } from './router';

test('parameters are read from the address, the closing stroke may be missing', () => {
  expect(match('/thu-tuc/:procedure/', '/thu-tuc/official-travel'))
    .toEqual({ procedure: 'official-travel' });
  expect(match('/thu-tuc/', '/thu-tuc/x/')).toBeUndefined();
  expect(match('/', '/')).toEqual({});
});

test('the language is the prefix, and only a whole part is a prefix', () => {
  expect(languageOf('/en/thu-tuc/')).toBe('en');
  expect(languageOf('/english/')).toBe('vi');
  expect(withoutLanguage('/en')).toBe('/');
  expect(withoutLanguage('/en/tra-cuu/')).toBe('/tra-cuu/');
});
