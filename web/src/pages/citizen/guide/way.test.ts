import { describe, expect, it } from 'vitest';
import { pathWith, wayOf, type Guide } from './way';

const text = (words: string) => ({ vi: words, en: words });
const guide: Guide = {
  questions: [
    { id: 'start', text: text('What?'), answers: [
      { id: 'go', text: text('Go'), question: 'who' },
      { id: 'stay', text: text('Stay'), advice: text('Nothing to do') },
    ] },
    { id: 'who', text: text('Who?'), answers: [
      { id: 'i', text: text('I'),
        procedure: { id: 'travel', name: text('Travel'), summary: text(''), open: true } },
    ] },
  ],
};

describe('the way through the questions', () => {
  it('begins at the first question', () => {
    expect(wayOf(guide, '')).toEqual({ steps: [], next: guide.questions[0], end: undefined });
  });

  it('goes on to the next question and remembers what was answered', () => {
    const way = wayOf(guide, 'go');
    expect(way?.next?.id).toBe('who');
    expect(way?.steps.map((step) => step.answer.id)).toEqual(['go']);
  });

  it('ends at a procedure or at advice', () => {
    expect(wayOf(guide, 'go.i')?.end?.procedure?.id).toBe('travel');
    expect(wayOf(guide, 'go.i')?.steps[1]?.before).toBe('go');
    expect(wayOf(guide, 'stay')?.end?.advice?.en).toBe('Nothing to do');
  });

  it('knows no answers that are not there', () => {
    for (const chosen of ['x', 'go.x', 'stay.i', 'go.i.x']) {
      expect(wayOf(guide, chosen)).toBeUndefined();
    }
    expect(wayOf({ questions: [] }, '')).toBeUndefined();
  });

  it('has an address for each step', () => {
    expect(pathWith('', 'go')).toBe('/chon-thu-tuc/?da-chon=go');
    expect(pathWith('go', 'i')).toBe('/chon-thu-tuc/?da-chon=go.i');
    expect(pathWith('')).toBe('/chon-thu-tuc/');
  });
});
