import { wordsOf } from './words';
import { vi } from './vi/appointment';
import { en } from './en/appointment';

export const t = wordsOf(vi, en);
