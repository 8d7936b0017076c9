// What the officers' and leaders' pages ask of the server about complaints and suggestions.
import { actHeaders, api, ask, askWhole, type Schemas } from '../../api/client';
import type { paths } from '../../api/schema';
import { href } from '../../app/language';
import { guarded } from './session';

export type Petition = Schemas['DeskPetition'];
export type PetitionRow = Schemas['PetitionRow'];
export type PetitionOffer = Schemas['PetitionOffer'];
export type PetitionFigures = Schemas['PetitionFigures'];
export type PetitionInput = Schemas['PetitionAct'];
type Query = NonNullable<paths['/api/petition-desk']['get']['parameters']['query']>;
type Act = paths['/api/petition-desk/{code}/acts/{act}']['post']['parameters']['path']['act'];

export interface OpenedPetition { petition: Petition; etag: string }

export function petitionPath(code: string): string {
  return href(`/can-bo/phan-anh/${encodeURIComponent(code)}/`);
}

export function listPetitions(query: Query) {
  return guarded(() => ask(api.GET('/api/petition-desk', { params: { query } })));
}

export function openPetition(code: string): Promise<OpenedPetition> {
  return guarded(async () => {
    const got = await askWhole(api.GET('/api/petition-desk/{code}',
      { params: { path: { code } } }));
    return { petition: got.data, etag: got.response.headers.get('ETag') ?? '' };
  });
}

export function actOnPetition(
  { petition, etag }: OpenedPetition, act: string, input: PetitionInput, key: string,
): Promise<OpenedPetition> {
  return guarded(async () => {
    const got = await askWhole(api.POST('/api/petition-desk/{code}/acts/{act}', {
      params: { path: { code: petition.code, act: act as Act }, header: actHeaders(key, etag) },
      body: input,
    }));
    return { petition: got.data, etag: got.response.headers.get('ETag') ?? '' };
  });
}

export function readPetitionFigures(period: string): Promise<PetitionFigures> {
  return guarded(() => ask(api.GET('/api/petition-figures', { params: { query: { period } } })));
}

export function petitionsBehind(period: string, cell: string, page: number) {
  return guarded(() => ask(api.GET('/api/petition-figures/petitions',
    { params: { query: { period, cell, page, size: 50 } } })));
}
