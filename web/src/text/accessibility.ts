import { wordsOf } from './words';
import { vi } from './vi/accessibility';
import { en } from './en/accessibility';

export const t = wordsOf(vi, en);
