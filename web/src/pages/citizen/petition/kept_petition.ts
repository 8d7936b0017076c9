// The confirmation just received, kept in this tab until it is closed: the look-up code is shown
// only here.
import type { Schemas } from '../../../api/client';

export type PetitionConfirmation = Schemas['PetitionConfirmation'];

const PREFIX = 'motcua.petition.';

export function keepPetition(given: PetitionConfirmation): void {
  sessionStorage.setItem(PREFIX + given.code, JSON.stringify(given));
}

export function keptPetition(code: string): PetitionConfirmation | undefined {
  const kept = sessionStorage.getItem(PREFIX + code);
  return kept ? JSON.parse(kept) as PetitionConfirmation : undefined;
}
