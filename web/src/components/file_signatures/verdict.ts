// What is to be said of a signature in a PDF, in one word.
import type { Schemas } from '../../api/client';

export type Signature = Schemas['SignatureAccount'];
export type Verdict = 'holds' | 'broken' | 'changed' | 'untrusted';

/** The worst that is to be said of it. */
export function verdictOf(signature: Signature): Verdict {
  if (!signature.intact) return 'broken';
  if (signature.changed_later) return 'changed';
  return signature.holds ? 'holds' : 'untrusted';
}
