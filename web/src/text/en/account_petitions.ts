import type { Words } from '../words';
import type { vi } from '../vi/account_petitions';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Complaints and suggestions sent',
  'received': 'Sent at {moment}.',
  'due': 'By {moment} at the latest.',
  'late': 'The office is late',
};
