import { wordsOf } from './words';
import { vi } from './vi/notices';
import { en } from './en/notices';

export const t = wordsOf(vi, en);
