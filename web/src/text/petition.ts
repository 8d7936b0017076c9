import { wordsOf } from './words';
import { vi } from './vi/petition';
import { en } from './en/petition';

export const t = wordsOf(vi, en);
