import type { Words } from '../words';
import type { vi } from '../vi/rating';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Rate the service',
  'lead': 'You may rate it once. You need not, and the result does not depend on it.',
  'begin': 'Rate',
  'none': 'Please choose at least one answer',
  'note': 'Anything you want to add?',
  'note.hint': 'The office reads this. For an answer, please send a complaint or suggestion.',
  'send': 'Send the rating',
  'done': 'You rated it at {moment}. Thank you.',
};
