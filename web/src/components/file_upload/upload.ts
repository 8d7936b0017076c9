// Sends one file with progress, piece by piece (tus 1.0): a line that breaks costs the last piece,
// not the file.
import type { Schemas } from '../../api/client';
import { language } from '../../app/language';
import { ProblemError, problemOf } from '../../api/problem';

type PaperFile = Schemas['PaperFile'];

/** What one file of a paper may be, from the procedure. */
export interface Limits { most_pages?: number; most_megabytes?: number }
export const MOST_MEGABYTES = 20;
export const MOST_PAGES = 500;
export const ACCEPTED = ['application/pdf', 'image/jpeg', 'image/png'];
/** By kind, so that a phone offers its camera; by ending for systems that know no kinds. */
export const CHOOSABLE = [...ACCEPTED, '.pdf', '.jpg', '.jpeg', '.png'].join();
const PIECE_BYTES = 1 << 20;
/** After a broken line, in milliseconds; then the person is told and may try again. */
const TRIES_AFTER = [0, 1000, 3000, 5000];

const BY_ENDING: Record<string, string> =
  { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };

/** The file's media type; some systems leave it empty, then its ending tells. */
export function mediaType(file: { name: string; type: string }): string {
  return file.type || (BY_ENDING[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? '');
}

export interface Sending { done: Promise<PaperFile>; stop: () => void }

/** What the server said to a request that failed; offline where it said nothing. */
function problemIn(error: unknown): ProblemError {
  const answer = (error as { originalResponse?: { getStatus(): number; getBody(): string } | null })
    .originalResponse;
  const status = answer?.getStatus() ?? 0;
  if (!answer || status === 0) return ProblemError.offline();
  let body: unknown;
  try {
    body = JSON.parse(answer.getBody());
  } catch {
    body = undefined;
  }
  return new ProblemError(problemOf(body, status));
}

/** The paper the office made of an upload that is whole. */
async function receivedAt(address: string): Promise<PaperFile> {
  const response = await fetch(address, { headers: { 'Tus-Resumable': '1.0.0' } })
    .catch(() => { throw ProblemError.offline(); });
  const body = await response.json() as { file?: PaperFile };
  if (!response.ok || !body.file) throw new ProblemError(problemOf(body, response.status));
  return body.file;
}

/** @param address of the uploads of a draft, or of a dossier being supplemented */
export function sendFile(
  address: string, paper: string, file: File, progress: (percent: number) => void,
): Sending {
  let stopped = false;
  let stop = () => { stopped = true; };
  const done = (async () => {
    const { Upload } = await import('tus-js-client');
    if (stopped) throw ProblemError.offline();
    const url = await new Promise<string>((resolve, reject) => {
      const upload = new Upload(file, {
        endpoint: address,
        chunkSize: PIECE_BYTES,
        retryDelays: TRIES_AFTER,
        storeFingerprintForResuming: false,
        metadata: { filename: file.name.slice(-200), paper },
        headers: { 'Accept-Language': language },
        // What the office refuses it refuses again; only a broken line is worth another try.
        onShouldRetry: (error) => problemIn(error).kind === 'offline',
        onProgress: (sent, all) => progress(Math.floor((sent / all) * 100)),
        onSuccess: () => resolve(upload.url ?? ''),
        onError: (error) => reject(problemIn(error)),
      });
      stop = () => { void upload.abort(true); reject(ProblemError.offline()); };
      upload.start();
    });
    return receivedAt(url);
  })();
  return { done, stop: () => stop() };
}
