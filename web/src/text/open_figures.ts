import { wordsOf } from './words';
import { vi } from './vi/open_figures';
import { en } from './en/open_figures';

export const t = wordsOf(vi, en);
