import { wordsOf } from './words';
import { vi } from './vi/designer';
import { en } from './en/designer';

export const t = wordsOf(vi, en);
