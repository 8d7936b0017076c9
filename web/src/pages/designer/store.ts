// The draft that is open: its files as they stand here, what to undo, and saving by itself with the
// revision it started from. What could not be saved waits in this browser; whoever else changed the
// draft meanwhile is told, and nothing of either is lost.
import { computed, signal } from '@preact/signals';
import { ProblemError } from '../../api/problem';
import { beginDraft, readDraft, saveFiles, type Draft, type Files } from './desk';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

export const draft = signal<Draft | undefined>(undefined);
export const files = signal<Files>({});
export const state = signal<SaveState>('saved');
export const problem = signal<ProblemError | undefined>(undefined);
export const rival = signal('');
const past = signal<{ files: Files; key: string }[]>([]);
const future = signal<Files[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
export const mayEdit = computed(() => Boolean(draft.value?.may.includes('edit')));

const WAIT = 900;
const MOST = 100;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let saved: Files = {};

const keyOf = (id: string) => `motcua.design.${id}`;

/** Names of the files whose texts differ; null: taken out. */
export function changesOf(before: Files, after: Files): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  for (const [name, text] of Object.entries(after)) if (before[name] !== text) changed[name] = text;
  for (const name of Object.keys(before)) if (!(name in after)) changed[name] = null;
  return changed;
}

export function withChanges(before: Files, changes: Record<string, string | null>): Files {
  const after = { ...before };
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) delete after[name];
    else after[name] = text;
  }
  return after;
}

function keepHere(): void {
  const one = draft.value;
  if (!one) return;
  const changes = changesOf(saved, files.value);
  try {
    if (Object.keys(changes).length) {
      localStorage.setItem(keyOf(one.id), JSON.stringify({ revision: one.revision, changes }));
    } else localStorage.removeItem(keyOf(one.id));
  } catch {
    // a browser that keeps nothing: the draft is saved on the server all the same
  }
}

interface Kept { revision: number; changes: Record<string, string | null> }

function keptHere(id: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Kept ?? undefined;
  } catch {
    return undefined;
  }
}

/** Takes a draft as the server has it, and lays over it what only this browser has. */
export function take(one: Draft): void {
  clearTimeout(timer);
  const same = draft.value?.id === one.id;
  draft.value = one;
  saved = one.files;
  files.value = one.files;
  state.value = 'saved';
  problem.value = undefined;
  if (!same) { past.value = []; future.value = []; }
  const kept = keptHere(one.id);
  if (!kept || !one.may.includes('edit')) return;
  files.value = withChanges(one.files, kept.changes);
  state.value = kept.revision === one.revision ? 'unsaved' : 'conflict';
  if (state.value === 'unsaved') soon();
}

/** Opens a draft; one that is open already stays with what is not saved yet. */
export async function open(id: string): Promise<void> {
  if (draft.value?.id === id && state.value !== 'saved') return;
  take(await readDraft(id));
}

function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void save(), WAIT);
}

async function saveOnce(): Promise<void> {
  const one = draft.value;
  if (!one || state.value === 'conflict') return;
  const now = files.value;
  const changes = changesOf(saved, now);
  if (!Object.keys(changes).length) { state.value = 'saved'; return; }
  state.value = 'saving';
  try {
    const revision = await saveFiles(one.id, one.revision, changes);
    saved = now;
    draft.value = { ...one, revision, files: now };
    problem.value = undefined;
    state.value = files.value === now ? 'saved' : 'unsaved';
    keepHere();
    if (state.value === 'unsaved') soon();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.status === 412) {
      rival.value = error.problem.changed_by ?? '';
      state.value = 'conflict';
    } else {
      problem.value = error;
      state.value = 'failed';
    }
  }
}

/** Saves what is not saved yet, one write after the other. */
export async function save(): Promise<void> {
  clearTimeout(timer);
  while (running) await running;
  running = saveOnce().finally(() => { running = undefined; });
  await running;
}

/** Changes files. Edits with one `key` in a row are undone together (typing in one field). */
/** Undefined takes a file out. */
export function edit(changes: Record<string, string | undefined>, key = ''): void {
  if (!mayEdit.value) return;
  const before = files.value;
  const after = withChanges(before, Object.fromEntries(Object.entries(changes)
    .map(([name, text]) => [name, text ?? null])));
  if (!Object.keys(changesOf(before, after)).length) return;
  const last = past.value.at(-1);
  if (!key || last?.key !== key || future.value.length) {
    past.value = [...past.value.slice(-MOST + 1), { files: before, key }];
  }
  future.value = [];
  show(after);
}

function show(now: Files): void {
  files.value = now;
  if (state.value !== 'conflict') state.value = 'unsaved';
  keepHere();
  if (state.value !== 'conflict') soon();
}

export function undo(): void {
  const last = past.value.at(-1);
  if (!last) return;
  past.value = past.value.slice(0, -1);
  future.value = [...future.value, files.value];
  show(last.files);
}

export function redo(): void {
  const next = future.value.at(-1);
  if (!next) return;
  future.value = future.value.slice(0, -1);
  past.value = [...past.value, { files: files.value, key: '' }];
  show(next);
}

function forget(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // nothing was kept
  }
}

/** What the other wrote; one's own changes are given up. */
export async function takeTheirs(): Promise<void> {
  const id = draft.value?.id;
  if (!id) return;
  forget(id);
  past.value = [];
  future.value = [];
  state.value = 'saved';
  take(await readDraft(id));
}

/** One's own changes as a draft of their own beside the other's. Gives its id. */
export async function keepMineAsCopy(title: string): Promise<string | undefined> {
  const one = draft.value;
  if (!one) return undefined;
  const copy = await beginDraft({ kind: one.kind, subject: one.subject,
    base: one.base ?? undefined, title });
  const changes = changesOf(copy.files, files.value);
  if (Object.keys(changes).length) await saveFiles(copy.id, copy.revision, changes);
  forget(one.id);
  state.value = 'saved';
  draft.value = undefined;
  return copy.id;
}
