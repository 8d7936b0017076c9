// Whom the account may appoint representatives for, and the mandates it sees.
import { api, ask, type Schemas } from '../../../api/client';
import { guarded, type Account, type Party } from './account';

export type Mandate = Schemas['Mandate'];
export type MandateState = 'in-force' | 'outside' | 'revoked';

export async function loadMandates(): Promise<Mandate[]> {
  return (await guarded(() => ask(api.GET('/api/account/mandates')))).items;
}

export function stateOf(mandate: Mandate): MandateState {
  if (mandate.revoked_at) return 'revoked';
  return mandate.in_force ? 'in-force' : 'outside';
}

/** Himself, and the organisations whose mandate lets him appoint others. */
export function appointsFor(mine: Account, mandates: Mandate[]): Party[] {
  const allowed = new Set(mandates
    .filter((one) => one.in_force && one.may_appoint && one.representative.id === mine.id)
    .map((one) => one.principal.id));
  return mine.parties.filter((party) => party.id === mine.id || allowed.has(party.id));
}
