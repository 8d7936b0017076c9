import { wordsOf } from './words';
import { vi } from './vi/form';
import { en } from './en/form';

export const t = wordsOf(vi, en);
