import { wordsOf } from './words';
import { vi } from './vi/verify';
import { en } from './en/verify';

export const t = wordsOf(vi, en);
