import type { Words } from '../words';
import type { vi } from '../vi/level';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'How far this went on-line',
  'level': 'Level {level}',
  'whole_way': 'The whole way on-line',
  'not_yet': 'The level is known when the result is handed over. So far:',
  'measured': 'Read from what the dossier\'s journal records; nobody declares it.',
};
