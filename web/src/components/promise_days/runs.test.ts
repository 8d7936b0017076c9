import { expect, test } from 'vitest';
import { runsOf } from './runs';

function day(date: string, counted: boolean, reason: string) {
  return { date, counted, reason, text: { vi: reason, en: reason } };
}

const shown = (days: ReturnType<typeof day>[]) =>
  runsOf(days).map((run) => [run.first.date, run.last.date]);

test('a long pause is one line, a weekend two', () => {
  const pause = ['13', '14', '15', '16'].map((date) => day(date, false, 'pause'));
  const weekend = ['17', '18'].map((date) => day(date, false, 'weekend'));
  expect(shown([...pause, ...weekend])).toEqual([['13', '16'], ['17', '17'], ['18', '18']]);
});

test('counted days are never drawn together', () => {
  const counted = ['1', '2', '3', '4', '5'].map((date) => day(date, true, 'working day'));
  expect(shown(counted)).toHaveLength(5);
});
