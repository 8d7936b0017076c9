import { wordsOf } from './words';
import { vi } from './vi/travel';
import { en } from './en/travel';

export const t = wordsOf(vi, en);
