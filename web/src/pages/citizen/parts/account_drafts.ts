// The drafts of the account signed in, wherever they were begun.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded, type Loaded } from '../../../api/use_loaded';
import { href } from '../../../app/language';
import { account, guarded } from '../account/account';
import { keptDrafts, type KeptDraft } from './kept_drafts';

export type AccountDraft = Schemas['DraftList']['items'][number];

/** None where nobody is signed in. */
export function useAccountDrafts(): Loaded<AccountDraft[]> {
  const id = account.value?.id;
  return useLoaded(async () => {
    if (!id) return [];
    return (await guarded(() => ask(api.GET('/api/account/drafts')))).items;
  }, [id]);
}

/** The server counts the form's pages from 0, addresses from 1. */
function stepOf(draft: AccountDraft): string {
  return String(draft.step + 1);
}

export function draftHref(draft: AccountDraft): string {
  return href(`/nop-ho-so/${draft.procedure}/${draft.id}/${stepOf(draft)}/`);
}

/** Drafts of the account and of this browser, each once; `mine` is undefined until it is known. */
export function allDrafts(mine: AccountDraft[] | undefined, kept: KeptDraft[]): KeptDraft[] {
  const in_account = (mine ?? []).map((draft): KeptDraft => (
    { id: draft.id, procedure: draft.procedure, name: draft.name, saved_at: draft.saved_at,
      step: stepOf(draft), of_account: true }));
  const ids = new Set(in_account.map((one) => one.id));
  const gone = (one: KeptDraft) => ids.has(one.id) || (one.of_account && mine !== undefined);
  return [...in_account, ...kept.filter((one) => !gone(one))];
}

export function useAllDrafts() {
  const signed_in = Boolean(account.value);
  const loaded = useAccountDrafts();
  return { ...loaded, drafts: allDrafts(signed_in ? loaded.value : undefined, keptDrafts.value) };
}
