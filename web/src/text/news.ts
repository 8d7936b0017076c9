import { wordsOf } from './words';
import { vi } from './vi/news';
import { en } from './en/news';

export const t = wordsOf(vi, en);
