import { describe, expect, it } from 'vitest';
import { breakLines } from './read_bpmn';

describe('breakLines', () => {
  it('breaks at spaces only', () => {
    expect(breakLines('Trưởng phòng xem xét', 12)).toEqual(['Trưởng phòng', 'xem xét']);
    expect(breakLines('Thẩm', 2)).toEqual(['Thẩm']);
  });
  it('gives no line for an empty name', () => {
    expect(breakLines('', 10)).toEqual([]);
  });
});
