import { wordsOf } from './words';
import { vi } from './vi/begin';
import { en } from './en/begin';

export const t = wordsOf(vi, en);
