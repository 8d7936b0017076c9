// The reckoning of a promise under its question, fetched once the page around it is shown.
import type { Schemas } from '../../api/client';
import { useLater } from '../../app/use_later';

export function LaterPromiseReason({ days }: { days: Schemas['Day'][] }) {
  const part = useLater(() => import('./promise_days'), days.length > 0);
  return part ? <part.PromiseReason days={days} /> : null;
}
