import { wordsOf } from './words';
import { vi } from './vi/paper_file';
import { en } from './en/paper_file';

export const t = wordsOf(vi, en);
