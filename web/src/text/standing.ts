import { wordsOf } from './words';
import { vi } from './vi/standing';
import { en } from './en/standing';

export const t = wordsOf(vi, en);
