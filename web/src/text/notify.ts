import { wordsOf } from './words';
import { vi } from './vi/notify';
import { en } from './en/notify';

export const t = wordsOf(vi, en);
