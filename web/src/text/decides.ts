import { en } from './en/decides';
import { vi } from './vi/decides';
import { wordsOf } from './words';

export const t = wordsOf(vi, en);
