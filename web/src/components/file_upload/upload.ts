// Sends one file with progress. XMLHttpRequest, since fetch cannot tell how far an upload is.
import type { Schemas } from '../../api/client';
import { language } from '../../app/language';
import { ProblemError, problemOf } from '../../api/problem';

type PaperFile = Schemas['PaperFile'];

export const MOST_BYTES = 20_000_000;
export const ACCEPTED = ['application/pdf', 'image/jpeg', 'image/png'];

const BY_ENDING: Record<string, string> =
  { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };

/** The file's media type; some systems leave it empty, then its ending tells. */
export function mediaType(file: { name: string; type: string }): string {
  return file.type || (BY_ENDING[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? '');
}

export interface Sending { done: Promise<PaperFile>; stop: () => void }

/** @param address where to post, without the query; @param progress 0 to 100 */
export function sendFile(
  address: string, paper: string, file: File, progress: (percent: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ paper, name: file.name.slice(-200) });
  const done = new Promise<PaperFile>((resolve, reject) => {
    request.open('POST', `${address}?${query.toString()}`);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', mediaType(file));
    request.setRequestHeader('Accept-Language', language);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(Math.floor((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      if (request.status === 201 || request.status === 200) resolve(request.response as PaperFile);
      else reject(new ProblemError(problemOf(request.response, request.status)));
    };
    request.onerror = () => reject(ProblemError.offline());
    request.onabort = () => reject(ProblemError.offline());
  });
  request.send(file);
  return { done, stop: () => request.abort() };
}
