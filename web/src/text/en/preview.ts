// Texts of looking at a paper in the page, in English.
import type { Words } from '../words';
import type { vi } from '../vi/preview';

export const en: Record<keyof typeof vi, Words> = {
  'picture': 'Picture {name}',
  'open': 'Open the file in a new tab',
  'failed': 'This file cannot be drawn in the page. Please open it in a new tab.',
  'page': 'Page {number} of {count}',
  'before': 'Previous page',
  'after': 'Next page',
  'larger': 'Larger',
};
