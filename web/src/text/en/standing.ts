import type { Words } from '../words';
import type { vi } from '../vi/standing';

export const en: Record<keyof typeof vi, Words> = {
  'standing.valid': 'Valid',
  'standing.expired': 'Expired',
  'standing.replaced': 'Replaced',
  'standing.revoked': 'Revoked',
  'origin.composed': 'Written and signed electronically by the office',
  'origin.received': 'Signed electronically by another authority, issued by this office',
  'origin.digitised': 'A copy of a paper document, sealed electronically by the office',
  'signers': 'Signed and sealed by',
  'issued-at': 'Issued at',
  'valid-until': 'Valid until',
};
