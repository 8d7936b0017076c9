// How the promises turned out, in plain words: a date kept that is not the first one is not told
// as if it were.
import type { Schemas } from '../../api/client';
import { showMoment } from '../../display/moments';
import { t } from '../../text/promise';
import { Notice, type NoticeKind } from '../notice/notice';
import { outcomeOf, type Outcome } from './outcome';

const TONES: Record<Outcome, NoticeKind> =
  { kept: 'done', 'only-later-kept': 'soon', broken: 'late', 'first-passed': 'soon' };

export function PromiseOutcome({ promise }: { promise: Schemas['PromiseAccount'] }) {
  const outcome = outcomeOf(promise);
  if (!outcome || !promise.first) return null;
  return (
    <Notice kind={TONES[outcome]}>
      <p class="promise-outcome">
        {t(`outcome.${outcome}`, { first: showMoment(promise.first) })}
      </p>
    </Notice>
  );
}
