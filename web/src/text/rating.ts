import { wordsOf } from './words';
import { vi } from './vi/rating';
import { en } from './en/rating';

export const t = wordsOf(vi, en);
