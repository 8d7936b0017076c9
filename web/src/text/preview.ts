import { wordsOf } from './words';
import { vi } from './vi/preview';
import { en } from './en/preview';

export const t = wordsOf(vi, en);
