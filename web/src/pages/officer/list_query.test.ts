import { describe, expect, it } from 'vitest';
import { addressOf, isFiltered, queryOf, readChoice } from './list_query';

describe('the address of a list', () => {
  it('comes back as it was written', () => {
    const written = 'due=late&q=b%E1%BB%99&sort=-due&procedure=abtc&page=3';
    const choice = readChoice(new URLSearchParams(written), 'mine');
    expect(addressOf('mine', choice)).toBe('/can-bo/?due=late&q=b%E1%BB%99&sort=-due'
      + '&procedure=abtc&page=3');
  });
  it('is plain for the default: nearest deadline first', () => {
    const choice = readChoice(new URLSearchParams(), 'mine');
    expect(choice.sort).toBe('due');
    expect(addressOf('mine', choice)).toBe('/can-bo/');
    expect(isFiltered(choice)).toBe(false);
  });
  it('forgets what is not a known choice', () => {
    const choice = readChoice(new URLSearchParams('due=soonish&sort=rank&page=-4'), 'all');
    expect([choice.due, choice.sort, choice.page]).toEqual([undefined, '-received', 1]);
    expect(queryOf('all', choice)).toEqual({ view: 'all', sort: '-received', page: 1, size: 50 });
  });
});
