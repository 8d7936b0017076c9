// What the page of authority asks of the server.
import { api, ask, type Schemas } from '../../api/client';
import { guarded } from './session';

export type Authority = Schemas['Authority'];
export type Matrix = Schemas['AuthorityMatrix'];
export type Substitution = Schemas['Substitution'];

export interface Wanted {
  absent: string; substitute: string; from: string; until: string; paper: string; reason?: string;
  roles: string[];
}

export function readAuthority(): Promise<Authority> {
  return guarded(() => ask(api.GET('/api/authority')));
}

export function setSubstitution(body: Wanted): Promise<Substitution> {
  return guarded(() => ask(api.POST('/api/authority/substitutions', {
    body,
  })));
}

export function endSubstitution(id: string): Promise<Substitution> {
  return guarded(() => ask(api.POST('/api/authority/substitutions/{substitution}/ending', {
    params: { path: { substitution: id } },
  })));
}
