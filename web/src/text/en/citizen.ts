import type { Words } from '../words';
import type { vi } from '../vi/citizen';

export const en: Record<keyof typeof vi, Words> = {
  'nav.procedures': 'Procedures',
  'nav.tracking': 'Track an application',
  'nav.drafts': 'Unfinished',
  'home.title': 'What do you need to do?',
};
