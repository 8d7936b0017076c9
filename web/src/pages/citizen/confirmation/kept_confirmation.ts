// The confirmation just received, kept in this tab until it is closed: the look-up code is shown
// only here and on the receipt.
import type { Schemas } from '../../../api/client';
import type { Text } from '../../../app/language';

export type Confirmation = Schemas['Confirmation'] & { name: Text };

const PREFIX = 'motcua.confirmation.';

export function keepConfirmation(confirmation: Confirmation): void {
  sessionStorage.setItem(PREFIX + confirmation.code, JSON.stringify(confirmation));
}

export function keptConfirmation(code: string): Confirmation | undefined {
  const kept = sessionStorage.getItem(PREFIX + code);
  return kept ? JSON.parse(kept) as Confirmation : undefined;
}
