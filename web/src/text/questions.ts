import { wordsOf } from './words';
import { vi } from './vi/questions';
import { en } from './en/questions';

export const t = wordsOf(vi, en);
