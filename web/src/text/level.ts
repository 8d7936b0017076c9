import { wordsOf } from './words';
import { vi } from './vi/level';
import { en } from './en/level';

export const t = wordsOf(vi, en);
