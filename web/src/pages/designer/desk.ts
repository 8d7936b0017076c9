// The designers' desk as its pages ask it. Types are the API's own.
import { actHeaders, api, ask, askWhole, csrf, newKey, type Schemas } from '../../api/client';
import { href } from '../../app/language';
import { guarded } from '../officer/session';

export type Design = Schemas['Design'];
export type Subject = Schemas['DesignSubject'];
export type SubjectKind = Subject['kind'];
export type Draft = Schemas['DesignDraft'];
export type DesignProblem = Schemas['DesignProblem'];
export type Trial = Schemas['DesignTrial'];
export type Walk = Schemas['DesignWalk'];
export type Evaluation = Schemas['DesignEvaluation'];
export type Comparison = Schemas['DesignComparison'];
export type Burden = Schemas['DesignBurden'];
export type Proposal = Schemas['DesignProposal'];
export type Decision = Schemas['DesignDecision'];
export type Files = Record<string, string>;

export const TABS = ['quy-trinh', 'so-do', 'bang-quyet-dinh', 'bieu-mau', 'giay-to', 'loi-van',
  'kiem-tra', 'thu', 'so-sanh', 'cong-bo'] as const;
export type Tab = (typeof TABS)[number];

/** A matrix has no process, form or papers of its own. */
export function tabsOf(kind: SubjectKind): Tab[] {
  const none: Tab[] = ['quy-trinh', 'so-do', 'bieu-mau', 'giay-to'];
  return TABS.filter((tab) => kind === 'procedure' || !none.includes(tab));
}

export function draftAddress(draft: string, tab?: Tab): string {
  return href(`/thiet-ke/ban-thao/${draft}/${tab ? tab + '/' : ''}`);
}

const token = () => ({ header: { 'X-CSRF-Token': csrf() } });
const path = (draft: string) => ({ params: { path: { draft }, ...token() } });

export const readDesign = () => guarded(() => ask(api.GET('/api/design')));

export interface Beginning { kind: SubjectKind; subject: string; base?: number; title: string }

export const beginDraft = (body: Beginning) => guarded(() => ask(
  api.POST('/api/design/drafts', { params: token(), body })));

export const importDraft = (body: Schemas['SubjectFile']) => guarded(() => ask(
  api.POST('/api/design/import', { params: token(), body })));

export const readDraft = (draft: string) => guarded(() => ask(
  api.GET('/api/design/drafts/{draft}', { params: { path: { draft } } })));

/** The new revision; a draft that has moved on is refused with 412. */
export async function saveFiles(draft: string, revision: number,
  files: Record<string, string | null>): Promise<number> {
  const { data } = await guarded(() => askWhole(api.PUT('/api/design/drafts/{draft}/files', {
    params: { path: { draft }, header: headersAt(revision) }, body: { files } })));
  return data.revision;
}

function headersAt(revision: number) {
  const { 'If-Match': match, 'X-CSRF-Token': own } = actHeaders(newKey(), `"${revision}"`);
  return { 'If-Match': match, 'X-CSRF-Token': own };
}

export const checkDraft = (draft: string) => guarded(() => ask(
  api.GET('/api/design/drafts/{draft}/check', { params: { path: { draft } } })));

export const tryDraft = (draft: string, body: { from: string; to: string }) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/trial', { ...path(draft), body })));

export interface WalkInput { answers: Record<string, never>; channel?: Schemas['Channel'];
  outcomes: { task: string; outcome?: string; answers?: Record<string, never> }[] }

export const walkDraft = (draft: string, body: WalkInput) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/walk', { ...path(draft), body })));

export interface Question { file: string; decision: string; answers: Record<string, never> }

export type CellKind = 'unary-tests' | 'expression';
export const checkCell = (kind: CellKind, text: string) => guarded(() => ask(
  api.POST('/api/design/cell', { params: token(), body: { kind, text } })));

export type SourceWords = Schemas['SourceInWords'];
export const tellSource = (text: string) => guarded(() => ask(
  api.POST('/api/design/source', { params: token(), body: { text } })));

export const evaluateDraft = (draft: string, body: Question) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/evaluate', { ...path(draft), body })));

export interface Submission { in_force_from: string; decision: Decision; note?: string }

function acting(draft: string, revision: number) {
  return { params: { path: { draft }, header: headersAt(revision) } };
}

export const submitDraft = (draft: Draft, body: Submission) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/submit', { ...acting(draft.id, draft.revision), body })));

export const returnDraft = (draft: Draft, reason: string) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/return',
    { ...acting(draft.id, draft.revision), body: { reason } })));

export const publishDraft = (draft: Draft) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/publish',
    { ...acting(draft.id, draft.revision), body: {} })));

export const discardDraft = (draft: Draft) => guarded(() => ask(
  api.POST('/api/design/drafts/{draft}/discard',
    { ...acting(draft.id, draft.revision), body: {} })));

export interface Pair { kind: SubjectKind; subject: string; old: string; new: string }

export const compare = (query: Pair) => guarded(() => ask(
  api.GET('/api/design/compare', { params: { query } })));

export const readProposals = () => guarded(() => ask(api.GET('/api/design/proposals')));

export interface NewProposal { kind: Proposal['kind']; subjects: string[]; into?: string;
  why: string; in_force_from: string }

export const propose = (body: NewProposal) => guarded(() => ask(
  api.POST('/api/design/proposals', { params: token(), body })));

export interface ProposalAct { accepted?: boolean; decision?: Decision; reason?: string }

export const actOnProposal = (proposal: string, act: 'decide' | 'withdraw' | 'carry-out',
  body: ProposalAct) => guarded(() => ask(api.POST('/api/design/proposals/{proposal}/{act}',
  { params: { path: { proposal, act }, ...token() }, body })));

export function exportAddress(kind: SubjectKind, subject: string, number: number): string {
  return `/api/design/versions/${kind}/${subject}/${number}/export`;
}
