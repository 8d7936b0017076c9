import { describe, expect, it } from 'vitest';
import { clearest, everyNth, place, scaleOf } from './scale';

describe('scaleOf', () => {
  it('holds every value between round marks', () => {
    const scale = scaleOf([93.4, 97.8], 100);
    expect(scale).toEqual({ min: 92, max: 98, ticks: [92, 94, 96, 98] });
  });
  it('never goes beyond the ceiling', () => {
    expect(scaleOf([100, 100], 100)).toEqual({ min: 99, max: 100, ticks: [99, 100] });
  });
  it('still has two marks when there is nothing to draw', () => {
    expect(scaleOf([]).ticks.length).toBeGreaterThan(1);
  });
});

describe('place', () => {
  it('puts the ends of the scale at the ends of the drawing', () => {
    const scale = scaleOf([0, 40]);
    expect(place(scale, scale.min, 200, 20)).toBe(200);
    expect(place(scale, scale.max, 200, 20)).toBe(20);
  });
});

describe('everyNth', () => {
  it('leaves out labels that would not fit', () => {
    expect(everyNth(9, 9)).toBe(1);
    expect(everyNth(28, 9)).toBe(4);
  });
});

describe('clearest', () => {
  it('puts words where the line does not cross them', () => {
    const line = [{ x: 0, y: 0 }, { x: 100, y: 100 }, { x: 200, y: 100 }];
    const spots = [{ x: 50, y: 50 }, { x: 150, y: 50 }];
    expect(clearest(spots, line, 20)).toEqual({ x: 150, y: 50 });
  });
  it('takes any spot when nothing is drawn', () => {
    expect(clearest([{ x: 1, y: 2 }], [], 20)).toEqual({ x: 1, y: 2 });
  });
});
