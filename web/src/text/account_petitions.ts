import { wordsOf } from './words';
import { vi } from './vi/account_petitions';
import { en } from './en/account_petitions';

export const t = wordsOf(vi, en);
