// What an officer typed to issue a result: checked for presence and shape, and turned into the
// ResultIssue of the API. Who may issue which paper is the server's to say.
import { isRealDate } from '../../form/check';
import { showSize } from '../../display/numbers';
import { t } from '../../text/issue';
import type { ResultIssue, ResultOrigin } from './shapes';

export const MOST_BYTES = 20 << 20;

export interface TypedIssue { origin?: ResultOrigin; file?: File; passphrase: string;
  reason: string; until?: string }
export interface IssueError { id: string; message: string }

export const ISSUE_ID = { origin: 'issue-origin', file: 'issue-file', passphrase: 'issue-key',
  reason: 'issue-reason', until: 'issue-until' };

function checkFile(file: File | undefined): string | undefined {
  if (!file) return t('file.missing');
  if (file.type !== 'application/pdf' && !/\.pdf$/i.test(file.name)) return t('file.kind');
  return file.size > MOST_BYTES ? t('file.size', { size: showSize(file.size) }) : undefined;
}

/** @param replaces whether a paper is issued already */
export function checkIssue(typed: TypedIssue, replaces: boolean): IssueError[] {
  const { origin, file, passphrase, reason, until } = typed;
  const wrong: [string, string | false | undefined][] = [
    [ISSUE_ID.origin, !origin && t('origin.missing')],
    [ISSUE_ID.file, origin !== undefined && origin !== 'composed' && checkFile(file)],
    [ISSUE_ID.reason, replaces && !reason.trim() && t('reason.missing')],
    [ISSUE_ID.until, until !== undefined && !isRealDate(until) && t('until.wrong')],
    [ISSUE_ID.passphrase, origin === 'composed' && !passphrase && t('passphrase.missing')],
  ];
  return wrong.flatMap(([id, message]) => (message ? [{ id, message }] : []));
}

/** @param sha256 of the file the server keeps, where one was sent */
export function issueOf(
  typed: TypedIssue, origin: ResultOrigin, sha256: string | undefined,
): ResultIssue {
  const { passphrase, until } = typed;
  const reason = typed.reason.trim();
  return {
    origin,
    ...(origin === 'composed' ? { passphrase } : { sha256 }),
    ...(reason && { reason }),
    ...(until && { valid_until: until }),
  };
}
