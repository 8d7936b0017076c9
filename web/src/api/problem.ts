// What went wrong, as the server says it (RFC 9457) or as the browser knows it (no network).
import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type ProblemKind = 'offline' | 'not-found' | 'not-allowed' | 'conflict' | 'too-many'
  | 'too-large' | 'invalid' | 'server';

export class ProblemError extends Error {
  /** @param retry_after seconds, where the server said when to try again */
  constructor(readonly problem: Problem, readonly retry_after?: number) {
    super(problem.title);
  }

  static offline(): ProblemError {
    return new ProblemError({ type: 'about:blank', title: 'offline', status: 0, code: 'offline' });
  }

  static missing(): ProblemError {
    return new ProblemError({ type: 'about:blank', title: 'not found', status: 404,
      code: 'not-found' });
  }

  get kind(): ProblemKind {
    const status = this.problem.status;
    if (status === 0) return 'offline';
    if (status === 404 || status === 410) return 'not-found';
    if (status === 401 || status === 403) return 'not-allowed';
    if (status === 409 || status === 412) return 'conflict';
    if (status === 413) return 'too-large';
    if (status === 429) return 'too-many';
    return status >= 500 ? 'server' : 'invalid';
  }
}

/** A body that is no problem document (a proxy's page, an empty body) becomes one. */
export function problemOf(body: unknown, status: number): Problem {
  if (body && typeof body === 'object' && 'code' in body) return { ...(body as Problem), status };
  return { type: 'about:blank', title: `HTTP ${status}`, status, code: 'unknown' };
}
