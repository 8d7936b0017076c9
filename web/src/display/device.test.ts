import { expect, test } from 'vitest';
import { readDevice } from './device';

test('browsers that call themselves by each other\'s names are told apart', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 '
    + '(KHTML, like Gecko)';
  expect(readDevice(`${windows} Chrome/141.0.0.0 Safari/537.36`))
    .toEqual({ browser: 'Chrome', system: 'Windows' });
  expect(readDevice(`${windows} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`).browser)
    .toBe('Edge');
  expect(readDevice(`${windows} coc_coc_browser/130.0 Chrome/124.0 Safari/537.36`).browser)
    .toBe('Cốc Cốc');
  expect(readDevice('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 '
    + '(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'))
    .toEqual({ browser: 'Safari', system: 'iPhone' });
  expect(readDevice('Mozilla/5.0 (Linux; Android 15; SM-A165F) AppleWebKit/537.36 (KHTML, like '
    + 'Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36'))
    .toEqual({ browser: 'Samsung Internet', system: 'Android' });
});

test('what says nothing is nothing known', () => {
  expect(readDevice('curl/8.5.0')).toEqual({ browser: undefined, system: undefined });
});
