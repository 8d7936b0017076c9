import { expect, test } from 'vitest';
import { entranceHref, returnHref, safeReturn } from './return_path';

test('one comes back to the page, with its query and in the language now shown', () => {
  expect(safeReturn('/nop-ho-so/abtc/')).toBe('/nop-ho-so/abtc/');
  expect(safeReturn('/en/thu-tuc/?q=thẻ')).toBe('/thu-tuc/?q=th%E1%BA%BB');
  expect(returnHref(new URLSearchParams('tro-ve=/tai-khoan/bao-mat/')))
    .toBe('/tai-khoan/bao-mat/');
});

test('no other site, no script and no way in circles', () => {
  for (const given of ['https://example.org/', '//example.org/', '/\\example.org',
    '/\t/example.org', 'javascript:alert(1)',
    '/en//example.org', 'thu-tuc/', '', null, '/dang-nhap/?tro-ve=/x/',
    '/en/dang-ky/']) {
    expect(safeReturn(given), String(given)).toBeUndefined();
  }
  expect(returnHref(new URLSearchParams('tro-ve=//example.org/'))).toBe('/tai-khoan/');
});

test('the way to sign in names where one was, except the first page', () => {
  expect(entranceHref('/dang-nhap/', '/nop-ho-so/abtc/'))
    .toBe('/dang-nhap/?tro-ve=%2Fnop-ho-so%2Fabtc%2F');
  expect(entranceHref('/dang-nhap/', '/')).toBe('/dang-nhap/');
  expect(entranceHref('/dang-ky/', '/dang-nhap/?tro-ve=/x/')).toBe('/dang-ky/');
});
