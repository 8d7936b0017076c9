import { wordsOf } from './words';
import { vi } from './vi/security';
import { en } from './en/security';

export const t = wordsOf(vi, en);
