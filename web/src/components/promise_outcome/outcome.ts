// Which sentence the promises of a dossier deserve, from the two states the server tells.
import type { Schemas } from '../../api/client';

type States = Pick<Schemas['PromiseAccount'], 'state' | 'first_state' | 'countdown'>;

export type Outcome = 'kept' | 'only-later-kept' | 'broken' | 'first-passed';

/** Nothing while every date is still ahead; of an open dossier that is late the countdown tells. */
export function outcomeOf({ state, first_state, countdown }: States): Outcome | undefined {
  const first_broken = first_state === 'broken';
  if (state === 'kept') return first_broken ? 'only-later-kept' : 'kept';
  if (state === 'broken' && countdown.kind === 'ended') return 'broken';
  if ((state === 'running' || state === 'stopped') && first_broken) return 'first-passed';
  return undefined;
}
