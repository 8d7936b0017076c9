// What can be asked about an issued result, and what the answer means to who holds it.
import { api, ask, type Schemas } from '../../../api/client';
import { verdictOf, type Signature, type Verdict }
  from '../../../components/file_signatures/verdict';

export type Verification = Schemas['Verification'];
export { verdictOf, type Signature, type Verdict };

/** What was found: of a number and code, or of a file with the signatures in it. */
export interface Finding {
  issued?: Verification;
  checked_at?: string;
  file?: { name: string; signatures: Signature[] };
}

export type Unknown = 'altered-file' | 'unknown-file' | 'unknown-number';
export type Meaning = Schemas['Standing'] | Unknown;

/** Why the office knows nothing of it. */
export function unknownOf({ file }: Finding): Unknown {
  if (!file) return 'unknown-number';
  const altered = file.signatures.map(verdictOf)
    .some((verdict) => verdict === 'broken' || verdict === 'changed');
  return altered ? 'altered-file' : 'unknown-file';
}

export function meaningOf(finding: Finding): Meaning {
  return finding.issued?.standing ?? unknownOf(finding);
}

/** The common name in "C=VN,CN=Một Cửa\, chứng thực"; the whole where there is none. */
export function commonName(distinguished_name: string): string {
  const found = /(?:^|,)CN=((?:\\.|[^,\\])*)/.exec(distinguished_name);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? distinguished_name;
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
