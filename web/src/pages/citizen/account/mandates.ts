// The mandates an account sees: given, held, and of the organisations it appoints for.
import { api, ask, type Schemas } from '../../../api/client';
import { guarded } from './account';

export type Mandate = Schemas['Mandate'];
export type MandateState = Mandate['state'];

export async function loadMandates(): Promise<Mandate[]> {
  return (await guarded(() => ask(api.GET('/api/account/mandates')))).items;
}
