import { wordsOf } from './words';
import { vi } from './vi/proofs';
import { en } from './en/proofs';

export const t = wordsOf(vi, en);
