import { wordsOf } from './words';
import { vi } from './vi/kit';
import { en } from './en/kit';

export const t = wordsOf(vi, en);
