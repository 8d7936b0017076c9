import { wordsOf } from './words';
import { vi } from './vi/office_notices';
import { en } from './en/office_notices';

export const t = wordsOf(vi, en);
