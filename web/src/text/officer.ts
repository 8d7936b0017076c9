import { en } from './en/officer';
import { vi } from './vi/officer';
import { wordsOf } from './words';

export const t = wordsOf(vi, en);
export type OfficerKey = keyof typeof vi;
