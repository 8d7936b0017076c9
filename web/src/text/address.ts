import { wordsOf } from './words';
import { vi } from './vi/address';
import { en } from './en/address';

export const t = wordsOf(vi, en);
