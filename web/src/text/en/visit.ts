import type { Words } from '../words';
import type { vi } from '../vi/visit';

export const en: Record<keyof typeof vi, Words> = {
  'bring-papers': 'Book a time to bring papers',
  'collect-result': 'Book a time to collect the result',
};
