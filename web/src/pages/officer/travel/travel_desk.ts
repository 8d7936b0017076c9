// What the pages of delegations and passports ask of the server.
import { actHeaders, api, ask, askWhole, csrf, type Schemas } from '../../../api/client';
import type { paths } from '../../../api/schema';
import { href } from '../../../app/language';
import { guarded } from '../session';

export type TravelRow = Schemas['TravelRow'];
export type TravelEntry = Schemas['TravelEntry'];
export type TravelOffer = Schemas['TravelOffer'];
export type TravelPerson = Schemas['TravelPerson'];
export type TravelFigures = Schemas['TravelFigures'];
export type TravelGroup = Schemas['TravelGroup'];
export type Namesake = Schemas['Namesake'];
type ListQuery = NonNullable<paths['/api/travel/entries']['get']['parameters']['query']>;
type PeopleQuery = NonNullable<paths['/api/travel/people']['get']['parameters']['query']>;
export type FiguresQuery = paths['/api/travel/figures']['get']['parameters']['query'];
type BehindQuery = paths['/api/travel/figures/entries']['get']['parameters']['query'];
type Act = paths['/api/travel/entries/{code}/acts/{act}']['post']['parameters']['path']['act'];
export type Kind = NonNullable<ListQuery['kind']>;
export type View = NonNullable<ListQuery['view']>;
export type Values = Record<string, string>;

export interface OpenedEntry { entry: TravelEntry; etag: string }

export const TRAVEL = '/can-bo/doan-ra/';

export function entryPath(code: string): string {
  return href(`${TRAVEL}muc/${encodeURIComponent(code)}/`);
}
/** `dossier`: whose traveller he is, where the register does not have him yet. */
export function personPath(person: string, dossier?: string): string {
  const of = dossier ? `?${new URLSearchParams({ 'ho-so': dossier }).toString()}` : '';
  return href(`${TRAVEL}nguoi/${encodeURIComponent(person)}/${of}`);
}
export function slipPath(code: string, record: number): string {
  return `/api/travel/entries/${encodeURIComponent(code)}/slips/${record}`;
}
export function exportPath(period: string, format: string): string {
  return `/api/travel/figures/export?${new URLSearchParams({ period, format }).toString()}`;
}

export function listTravel(query: ListQuery) {
  return guarded(() => ask(api.GET('/api/travel/entries', { params: { query } })));
}

function opened(got: { data: TravelEntry; response: Response }): OpenedEntry {
  return { entry: got.data, etag: got.response.headers.get('ETag') ?? '' };
}

export function openEntry(code: string): Promise<OpenedEntry> {
  return guarded(async () => opened(await askWhole(
    api.GET('/api/travel/entries/{code}', { params: { path: { code } } }))));
}

export function actOnEntry(
  { entry, etag }: OpenedEntry, act: string, body: Values, key: string,
): Promise<OpenedEntry> {
  return guarded(async () => opened(await askWhole(
    api.POST('/api/travel/entries/{code}/acts/{act}', {
      params: { path: { code: entry.code, act: act as Act }, header: actHeaders(key, etag) },
      body,
    }))));
}

const keyed = (key: string) => ({ 'Idempotency-Key': key, 'X-CSRF-Token': csrf() });

export function writeDown(what: string, values: Values, key: string): Promise<OpenedEntry> {
  return guarded(async () => opened(await askWhole(api.POST('/api/travel/entries', {
    params: { header: keyed(key) },
    body: { ...values, what: what as 'guests' | 'passport' },
  }))));
}

export function listPeople(query: PeopleQuery) {
  return guarded(() => ask(api.GET('/api/travel/people', { params: { query } })));
}

export function openPerson(person: string, year: number | undefined, dossier?: string) {
  return guarded(() => ask(api.GET('/api/travel/people/{person}', { params: { path: { person },
    query: { ...(year ? { year } : {}), ...(dossier ? { dossier } : {}) } } })));
}

export interface Judgement {
  one: string; other: string; same: boolean; reason: string; dossier?: string;
}

export function judgeNamesakes(body: Judgement, key: string) {
  return guarded(() => ask(api.POST('/api/travel/namesakes',
    { params: { header: keyed(key) }, body })));
}

export function readTravelFigures(query: FiguresQuery) {
  return guarded(() => ask(api.GET('/api/travel/figures', { params: { query } })));
}

export function entriesBehind(query: BehindQuery) {
  return guarded(() => ask(api.GET('/api/travel/figures/entries', { params: { query } })));
}

export function listTravellers(code: string) {
  return guarded(() => ask(api.GET('/api/dossiers/{code}/travellers',
    { params: { path: { code } } })));
}
