// What the server says of a draft as it is: its case, its papers, what is wrong.
import { api, ask, type Schemas } from '../../../api/client';
import { guarded } from '../account/account';

export function checkDraft(draft: string): Promise<Schemas['DraftCheck']> {
  return guarded(() =>
    ask(api.POST('/api/drafts/{draft}/check', { params: { path: { draft } } })));
}
