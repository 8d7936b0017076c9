// The drafts begun in this browser: only their keys and names, so that a person finds them again.
// The answers are on the server.
import { signal } from '@preact/signals';
import type { Text } from '../../../app/language';

export interface KeptDraft { id: string; procedure: string; name: Text; saved_at: string;
  step: string;
  /** Belongs to the account signed in when it was begun, and opens to nobody else. */
  of_account?: boolean }

const KEY = 'motcua.drafts';
const MOST = 20;

function read(): KeptDraft[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found as KeptDraft[] : [];
  } catch {
    return [];
  }
}

export const keptDrafts = signal<KeptDraft[]>(read());

function write(drafts: KeptDraft[]): void {
  keptDrafts.value = drafts.slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(keptDrafts.value));
  } catch {
    // a browser that keeps nothing still fills in and sends; only the resume list stays empty
  }
}

export function keepDraft(draft: KeptDraft): void {
  const before = keptDrafts.value.find((one) => one.id === draft.id);
  write([{ ...before, ...draft }, ...keptDrafts.value.filter((one) => one.id !== draft.id)]);
}

export function forgetDraft(id: string): void {
  write(keptDrafts.value.filter((one) => one.id !== id));
}

/** After signing out: they are in the account, and none of this browser's business. */
export function forgetAccountDrafts(): void {
  write(keptDrafts.value.filter((one) => !one.of_account));
}
