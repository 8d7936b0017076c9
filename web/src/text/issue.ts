import { wordsOf } from './words';
import { vi } from './vi/issue';
import { en } from './en/issue';

export const t = wordsOf(vi, en);
