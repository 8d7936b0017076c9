import type { Words } from '../words';
import type { vi } from '../vi/paper_file';

export const en: Record<keyof typeof vi, Words> = {
  'view': 'View',
  'new_tab': '(opens a new tab)',
  'origin': 'The office has this paper already; taken from dossier {code}.',
  'signatures': 'Signatures in the file',
  'signatures.failed': 'The signatures in the file could not be checked.',
  'signatures.unreadable': 'The file is signed, but too damaged for its signatures to be checked.',
  'signer.unknown': 'Signer unknown',
  'signature.holds': 'The signature is right and its certificate is trusted.',
  'signature.broken': 'The signature is wrong, or the file is damaged.',
  'signature.changed': 'The file was changed after it was signed.',
  'signature.untrusted': 'The signature is whole, but who signed could not be confirmed.',
  'signature.whole': 'It covers the whole file.',
  'signature.part': 'Something was added to the file afterwards.',
  'signature.time': 'Signed at {moment}, by the signer\'s own clock.',
  'signature.time.proven': 'Signed at {moment}, proven by a timestamp.',
  'store': { one: 'Use a paper the office has ({count})',
    other: 'Use a paper the office has ({count})' },
  'store.lead': 'No need to send again what the office has of yours.',
  'store.given': 'Given with dossier {code}',
  'store.issued': 'Result this office issued, dossier {code}',
  'store.drafted': 'In another application you have begun',
  'store.take': 'Use this paper',
  'store.taken': '{name} was taken from what the office has.',
};
