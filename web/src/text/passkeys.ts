import { wordsOf } from './words';
import { vi } from './vi/passkeys';
import { en } from './en/passkeys';

export const t = wordsOf(vi, en);
