import { wordsOf } from './words';
import { vi } from './vi/petition_sent';
import { en } from './en/petition_sent';

export const t = wordsOf(vi, en);
