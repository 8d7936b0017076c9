// The application now being filled in: its draft, its procedure, the answers on the screen. Kept
// while the person moves between pages; every save goes to the server, one after the other.
import { signal } from '@preact/signals';
import { api, ask, type Schemas } from '../../../api/client';
import { language } from '../../../app/language';
import { readForm, type Form } from '../../../form/pages';
import { withAnswer, type Path } from '../../../form/path';
import { pruned, type Answers } from '../../../form/schema';
import { account, guarded, type Party } from '../account/account';
import { keepDraft } from '../parts/kept_drafts';
import { filledIn, withoutNote, type FilledIn } from './filled';
import { REVIEW } from './steps';

export type Draft = Schemas['Draft'];
export type Choice = Pick<Draft, 'notify_by' | 'notify_at' | 'language'>;
export type Procedure = Schemas['Procedure'];

export interface Work { draft: Draft; procedure: Procedure; form: Form; answers: Answers;
  filled?: FilledIn }

export const work = signal<Work | undefined>(undefined);
/** Whether an answer was given that the server does not have yet. */
export const unsaved = signal(false);

/** For `party` in an account; of nobody where it is not given. */
export async function beginDraft({ id, name }: Procedure, party?: Party): Promise<Draft> {
  const draft = await guarded(() => ask(api.POST('/api/drafts',
    { body: { procedure: id, party: party?.id } })));
  keepDraft({ id: draft.id, procedure: id, name, saved_at: draft.saved_at, step: '1',
    of_account: party ? true : undefined });
  return draft;
}

/** For whom it is, where the account acts for several. */
export function partyOf(draft: Draft): Party | undefined {
  const parties = account.value?.parties ?? [];
  return parties.length > 1 ? parties.find((one) => one.id === draft.party) : undefined;
}

export async function openWork(procedure_id: string, draft_id: string): Promise<Work> {
  if (work.value?.draft.id === draft_id) return work.value;
  const [draft, procedure] = await guarded(() => Promise.all([
    ask(api.GET('/api/drafts/{draft}', { params: { path: { draft: draft_id } } })),
    ask(api.GET('/api/procedures/{procedure}', { params: { path: { procedure: procedure_id } } })),
  ]));
  const form = readForm(procedure.schema, procedure.hints);
  const answers = draft.answers as Answers;
  const party = account.value?.parties.find((one) => one.id === draft.party);
  const filled = filledIn(answers, draft.filled_in, party);
  // Who begins in a language without an account is told in it, unless he says otherwise at the end.
  const begun = draft.party || Object.keys(answers).length > 0;
  const opened = { draft: begun ? draft : { ...draft, language }, procedure, form, answers,
    filled };
  work.value = opened;
  unsaved.value = false;
  return opened;
}

export function closeWork(): void {
  work.value = undefined;
  unsaved.value = false;
}

export function giveAnswer(path: Path, answer: unknown): void {
  const now = work.value;
  if (!now) return;
  work.value = { ...now, answers: withAnswer(now.answers, path, answer) as Answers,
    filled: now.filled && withoutNote(now.filled, path) };
  unsaved.value = true;
}

export function setFiles(files: Draft['files']): void {
  const now = work.value;
  if (now) work.value = { ...now, draft: { ...now.draft, files } };
}

let saving: Promise<unknown> = Promise.resolve();

async function putDraft(position: number, step: string): Promise<void> {
  const now = work.value;
  if (!now) return;
  const answers = pruned(now.form.schema, now.answers, now.form.schema) as Answers;
  const sent = now.answers;
  const draft = await ask(api.PUT('/api/drafts/{draft}', {
    params: { path: { draft: now.draft.id } },
    body: { answers, step: position, notify_by: now.draft.notify_by,
      notify_at: now.draft.notify_at, language: now.draft.language },
  }));
  const after = work.value;
  if (after?.draft.id !== draft.id) return;
  work.value = { ...after, draft: { ...draft, files: after.draft.files } };
  if (after.answers === sent) unsaved.value = false;
  const { id, name } = now.procedure;
  keepDraft({ id: draft.id, procedure: id, name, saved_at: draft.saved_at, step,
    of_account: draft.party ? true : undefined });
}

/** Keeps how the applicant wants to be told. */
export function chooseNotices(choice: Partial<Choice>): Promise<void> {
  const now = work.value;
  if (!now) return Promise.resolve();
  work.value = { ...now, draft: { ...now.draft, ...choice } };
  return saveWork(now.draft.step, REVIEW);
}

/** Saves the answers so far; waits for a save already under way. */
export function saveWork(position: number, step: string): Promise<void> {
  const mine = saving.then(() => putDraft(position, step));
  saving = mine.catch(() => undefined);
  return mine;
}
