// What can be asked about an issued result, and what the answer means to who holds it.
import { api, ask, type Schemas } from '../../../api/client';

export type Verification = Schemas['Verification'];
export type Signature = Schemas['SignatureAccount'];

/** What was found: of a number and code, or of a file with the signatures in it. */
export interface Finding {
  issued?: Verification;
  checked_at?: string;
  file?: { name: string; signatures: Signature[] };
}

export type Meaning = Schemas['Standing'] | 'unknown-file' | 'unknown-number';

export function meaningOf(finding: Finding): Meaning {
  return finding.issued?.standing ?? (finding.file ? 'unknown-file' : 'unknown-number');
}

export type Verdict = 'holds' | 'broken' | 'changed' | 'untrusted';

/** The worst that is to be said of a signature. */
export function verdictOf(signature: Signature): Verdict {
  if (!signature.intact) return 'broken';
  if (signature.changed_later) return 'changed';
  return signature.holds ? 'holds' : 'untrusted';
}

export async function verifyNumber(number: string, code: string): Promise<Finding> {
  const body = { number: number.trim(), code: code.replace(/[\s-]/g, '') };
  const issued = await ask(api.POST('/api/verifications', { body }));
  return { issued, checked_at: issued.checked_at };
}

export async function verifyFile(file: File): Promise<Finding> {
  const { issued, checked_at, signatures } = await ask(api.POST('/api/verifications/paper', {
    headers: { 'Content-Type': 'application/pdf' }, body: '', bodySerializer: () => file,
  }));
  return { issued, checked_at, file: { name: file.name, signatures } };
}
