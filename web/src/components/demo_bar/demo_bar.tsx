// Only in the demonstration, and fetched only there: the bar with its clock.
import { signal } from '@preact/signals';
import { office } from '../../app/office';
import { useLater } from '../../app/use_later';

/** Counts the jumps: pages that show time reload when it changes. */
export const clockJumps = signal(0);

export function DemoBar() {
  const bar = useLater(() => import('./clock_bar'), office.value?.demo === true);
  return bar ? <bar.ClockBar /> : null;
}
