import { describe, expect, it } from 'vitest';
import { readTerm } from './term_field';

describe('a term', () => {
  it('is a number and a unit, singular and plural alike', () => {
    expect(readTerm('6 working-days')).toEqual({ amount: '6', unit: 'working-days' });
    expect(readTerm('1 half-day')).toEqual({ amount: '1', unit: 'half-days' });
    expect(readTerm('1 month')).toEqual({ amount: '1', unit: 'months' });
  });

  it('is none where there is none, or where it cannot be read', () => {
    expect(readTerm('none')).toBeUndefined();
    expect(readTerm('')).toBeUndefined();
    expect(readTerm('six days')).toBeUndefined();
    expect(readTerm('6 weeks')).toBeUndefined();
  });
});
