import { en } from './en/scans';
import { vi } from './vi/scans';
import { wordsOf } from './words';

export const t = wordsOf(vi, en);
