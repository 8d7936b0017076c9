import { wordsOf } from './words';
import { vi } from './vi/visit';
import { en } from './en/visit';

export const t = wordsOf(vi, en);
