import { wordsOf } from './words';
import { vi } from './vi/appointments';
import { en } from './en/appointments';

export const t = wordsOf(vi, en);
