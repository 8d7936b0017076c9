import { wordsOf } from './words';
import { vi } from './vi/apply';
import { en } from './en/apply';

export const t = wordsOf(vi, en);
