import { en } from './en/leader';
import { vi } from './vi/leader';
import { wordsOf } from './words';

export const t = wordsOf(vi, en);
export type LeaderKey = keyof typeof vi;
