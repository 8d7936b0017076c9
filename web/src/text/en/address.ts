// Texts of an address and its places, in English.
import type { Words } from '../words';
import type { vi } from '../vi/address';

export const en: Record<keyof typeof vi, Words> = {
  'none': 'Not in the list of suggestions. The name is kept as you type it.',
  'source':
    'Suggestions from {source}. They may lack places or have changed; other names are taken.',
};
