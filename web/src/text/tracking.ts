import { wordsOf } from './words';
import { vi } from './vi/tracking';
import { en } from './en/tracking';

export const t = wordsOf(vi, en);
