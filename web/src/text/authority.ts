import { en } from './en/authority';
import { vi } from './vi/authority';
import { wordsOf } from './words';

export const t = wordsOf(vi, en);
