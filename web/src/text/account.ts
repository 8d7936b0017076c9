import { wordsOf } from './words';
import { vi } from './vi/account';
import { en } from './en/account';

export const t = wordsOf(vi, en);
