// The server's API, typed from api/openapi.yaml (schema.d.ts is generated at build).
//   const office = await ask(api.GET('/api/office'));           // throws ProblemError
// An act carries `actHeaders(key, etag)`: make the key once per intention with `newKey()` and send
// the same key again when the answer got lost.
import createClient from 'openapi-fetch';
import { language } from '../app/language';
import { ProblemError, problemOf } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({ baseUrl: '' });

let csrf_token = '';

/** The session's token, from GET or POST /api/session. */
export function setCsrf(token: string): void { csrf_token = token; }
export function csrf(): string { return csrf_token; }

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    if (csrf_token && request.method !== 'GET') request.headers.set('X-CSRF-Token', csrf_token);
    return request;
  },
});

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Headers of an act by an officer on a dossier of this version. */
export function actHeaders(key: string, etag: string) {
  return { 'Idempotency-Key': key, 'If-Match': etag, 'X-CSRF-Token': csrf_token };
}

interface Answer<Body> { data?: Body; error?: unknown; response: Response }

/** The body of a successful answer, or a ProblemError. */
export async function ask<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  return (await askWhole(answer)).data;
}

/** As `ask`, with the response (for its ETag). */
export async function askWhole<Body>(
  answer: Promise<Answer<Body>>,
): Promise<{ data: Body; response: Response }> {
  let got: Answer<Body>;
  try {
    got = await answer;
  } catch {
    throw ProblemError.offline();
  }
  if (!got.response.ok) throw new ProblemError(problemOf(got.error, got.response.status),
    Number(got.response.headers.get('Retry-After')) || undefined);
  return { data: got.data as Body, response: got.response };
}
