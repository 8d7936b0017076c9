import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';

const ended = { kind: 'ended' as const, text: { vi: 'Đã xong', en: 'Done' } };
const late = { kind: 'late' as const, text: { vi: 'Quá hạn 1 giờ', en: 'Late by 1 hour' } };
const ok = { kind: 'ok' as const, text: { vi: 'Còn 1 ngày', en: '1 day left' } };

describe('how the promises turned out', () => {
  it('praises only the first date kept', () => {
    expect(outcomeOf({ state: 'kept', first_state: 'kept', countdown: ended })).toBe('kept');
    expect(outcomeOf({ state: 'kept', first_state: 'broken', countdown: ended }))
      .toBe('only-later-kept');
  });
  it('says an end after the date', () => {
    expect(outcomeOf({ state: 'broken', first_state: 'broken', countdown: ended }))
      .toBe('broken');
  });
  it('says that the first date has passed while a later one runs', () => {
    expect(outcomeOf({ state: 'running', first_state: 'broken', countdown: ok }))
      .toBe('first-passed');
    expect(outcomeOf({ state: 'stopped', first_state: 'broken', countdown: ok }))
      .toBe('first-passed');
  });
  it('leaves the rest to the countdown', () => {
    expect(outcomeOf({ state: 'running', first_state: 'running', countdown: ok })).toBeUndefined();
    expect(outcomeOf({ state: 'broken', first_state: 'broken', countdown: late })).toBeUndefined();
    expect(outcomeOf({ state: 'withdrawn', first_state: 'withdrawn', countdown: ended }))
      .toBeUndefined();
    expect(outcomeOf({ state: 'none', first_state: 'none', countdown: ended })).toBeUndefined();
  });
});
