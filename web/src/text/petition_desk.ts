import { wordsOf } from './words';
import { vi } from './vi/petition_desk';
import { en } from './en/petition_desk';

export const t = wordsOf(vi, en);
