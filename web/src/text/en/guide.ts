import type { Words } from '../words';
import type { vi } from '../vi/guide';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Find the right procedure',
  'answered': 'Your answers',
  'change': 'Change',
  'change.what': 'Change the answer: {question}',
  'found': 'You need this procedure',
  'see': 'See papers, time limit and how to apply',
  'closed': 'This procedure takes no applications online yet.',
  'advice': 'What we advise',
  'all': 'See all procedures',
  'again': 'Start again',
};
