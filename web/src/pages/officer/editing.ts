// What the editors' desk asks of the server.
import { api, ask, type Schemas } from '../../api/client';
import { guarded } from './session';

export type EditedArticle = Schemas['EditedArticle'];
export type JudgedReply = Schemas['JudgedReply'];
export type ReplyState = JudgedReply['state'];

export interface Content {
  kind: EditedArticle['kind'];
  title: { vi: string; en: string };
  body: { vi: string; en: string };
  takes_replies: boolean;
}

export async function listEdited(): Promise<EditedArticle[]> {
  return (await guarded(() => ask(api.GET('/api/editing/articles')))).items;
}

export function readEdited(article: string): Promise<EditedArticle> {
  return guarded(() => ask(api.GET('/api/editing/articles/{article}',
    { params: { path: { article } } })));
}

export function writeArticle(body: Content): Promise<EditedArticle> {
  return guarded(() => ask(api.POST('/api/editing/articles', { body })));
}

interface Edit extends Content { correction: { vi: string; en: string }; revision: number }

export function editArticle(article: string, body: Edit): Promise<EditedArticle> {
  return guarded(() => ask(api.PUT('/api/editing/articles/{article}',
    { params: { path: { article } }, body })));
}

export function publishArticle(article: string): Promise<EditedArticle> {
  return guarded(() => ask(api.POST('/api/editing/articles/{article}/publication',
    { params: { path: { article } } })));
}

export function withdrawArticle(article: string): Promise<EditedArticle> {
  return guarded(() => ask(api.POST('/api/editing/articles/{article}/withdrawal',
    { params: { path: { article } } })));
}

export async function listReplies(state: ReplyState): Promise<JudgedReply[]> {
  return (await guarded(() => ask(api.GET('/api/editing/replies',
    { params: { query: { state } } })))).items;
}

interface Judgement { state: 'published' | 'refused'; answer?: string; reason?: string }

export function judgeReply(reply: string, body: Judgement): Promise<JudgedReply> {
  return guarded(() => ask(api.POST('/api/editing/replies/{reply}/judgement',
    { params: { path: { reply } }, body })));
}
