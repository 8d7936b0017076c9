import { wordsOf } from './words';
import { vi } from './vi/petition_view';
import { en } from './en/petition_view';

export const t = wordsOf(vi, en);
