import { wordsOf } from './words';
import { vi } from './vi/confirmation';
import { en } from './en/confirmation';

export const t = wordsOf(vi, en);
