import { wordsOf } from './words';
import { vi } from './vi/citizen';
import { en } from './en/citizen';

export const t = wordsOf(vi, en);
