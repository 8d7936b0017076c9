import { wordsOf } from './words';
import { vi } from './vi/guide';
import { en } from './en/guide';

export const t = wordsOf(vi, en);
