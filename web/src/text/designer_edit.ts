import { wordsOf } from './words';
import { vi } from './vi/designer_edit';
import { en } from './en/designer_edit';

export const t = wordsOf(vi, en);
