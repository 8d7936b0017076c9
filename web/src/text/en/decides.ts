// Texts of who decides an application, and who acted in whose place.
import type { vi } from '../vi/decides';
import type { Words } from '../words';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Who decides',
  'who': 'Who decides',
  'instrument': 'By which instrument',
  'within': 'Within',
  'unchecked': 'This authority rests on sources nobody has verified yet.',
  'acting': 'In the place of {name}, {post}, by paper {paper}',
};
