import { wordsOf } from './words';
import { vi } from './vi/upload';
import { en } from './en/upload';

export const t = wordsOf(vi, en);
