import { wordsOf } from './words';
import { vi } from './vi/editing';
import { en } from './en/editing';

export const t = wordsOf(vi, en);
