import { wordsOf } from './words';
import { vi } from './vi/promise';
import { en } from './en/promise';

export const t = wordsOf(vi, en);
