// What the officer's pages ask of the server, each guarded against an ended session.
import { actHeaders, api, ask, askWhole, csrf, type Schemas } from '../../api/client';
import type { paths } from '../../api/schema';
import { guarded } from './session';
import type {
  ActDone, ActInput, ActPreview, Confirmation, CounterIntake, Dossier, DossierList, Journal,
  Procedure, ProcedureSummary, PromisePreview, ResultIssue,
} from './shapes';

export type ListQuery = NonNullable<paths['/api/dossiers']['get']['parameters']['query']>;
export type ActName =
  paths['/api/dossiers/{code}/acts/{act}']['post']['parameters']['path']['act'];
export type Channel = NonNullable<CounterIntake['channel']>;

/** A dossier with the mark of its version, which every act must carry. */
export interface Opened { dossier: Dossier; etag: string }

export function listDossiers(query: ListQuery): Promise<DossierList> {
  return guarded(() => ask(api.GET('/api/dossiers', { params: { query } })));
}

export function openDossier(code: string): Promise<Opened> {
  return guarded(async () => {
    const got = await askWhole(api.GET('/api/dossiers/{code}', { params: { path: { code } } }));
    return { dossier: got.data, etag: got.response.headers.get('ETag') ?? '' };
  });
}

export function readJournal(code: string): Promise<Journal> {
  return guarded(() => ask(api.GET('/api/dossiers/{code}/journal', {
    params: { path: { code } },
  })));
}

interface Sent { code: string; act: ActName; input: ActInput }

export function previewAct({ code, act, input }: Sent): Promise<ActPreview> {
  return guarded(() => ask(api.POST('/api/dossiers/{code}/acts/{act}/preview', {
    params: { path: { code, act } }, body: input,
  })));
}

export function doAct({ code, act, input }: Sent, key: string, etag: string): Promise<ActDone> {
  return guarded(() => ask(api.POST('/api/dossiers/{code}/acts/{act}', {
    params: { path: { code, act }, header: actHeaders(key, etag) }, body: input,
  })));
}

/** Asks the gateway how open payments and refunds of the dossier ended. */
export function askGateway(code: string): Promise<Dossier> {
  return guarded(() => ask(api.POST('/api/dossiers/{code}/payment/asking', {
    params: { path: { code }, header: { 'X-CSRF-Token': csrf() } },
  })));
}

/** Keeps a result made elsewhere (PDF) on the server; gives the name to issue it by. */
export async function keepResultFile(file: File): Promise<string> {
  const kept = await guarded(() => ask(api.POST('/api/result-files', {
    params: { header: { 'X-CSRF-Token': csrf() } },
    headers: { 'Content-Type': 'application/pdf' }, body: '', bodySerializer: () => file,
  })));
  return kept.sha256;
}

export function issueResult(
  code: string, issue: ResultIssue, mark: { key: string; etag: string },
) {
  return guarded(() => ask(api.POST('/api/dossiers/{code}/result-papers', {
    params: { path: { code }, header: actHeaders(mark.key, mark.etag) }, body: issue,
  })));
}

export function receiveAtCounter(intake: CounterIntake, key: string): Promise<Confirmation> {
  return guarded(() => ask(api.POST('/api/counter/dossiers', {
    params: { header: { 'Idempotency-Key': key, 'X-CSRF-Token': csrf() } }, body: intake,
  })));
}

export async function listProcedures(): Promise<ProcedureSummary[]> {
  return (await ask(api.GET('/api/procedures'))).items;
}

/** The version in force when none is named. */
export function readProcedure(procedure: string, version?: number): Promise<Procedure> {
  return ask(api.GET('/api/procedures/{procedure}', {
    params: { path: { procedure }, query: { version } },
  }));
}

export function previewPromise(
  procedure: string, query: { case?: string; channel: Channel; received?: string },
): Promise<PromisePreview> {
  return ask(api.GET('/api/procedures/{procedure}/promise', {
    params: { path: { procedure }, query },
  }));
}

export function noticesOf(code: string): Promise<Schemas['Notices']> {
  return guarded(() => ask(api.GET('/api/dossiers/{code}/notices', {
    params: { path: { code } },
  })));
}

export function fileAddress(code: string, file: string): string {
  return `/api/dossiers/${encodeURIComponent(code)}/files/${file}`;
}

export interface Scans { scanner: boolean; opens_unscanned: boolean; marks: Schemas['ScanMark'][] }

export function scansOf(code: string): Promise<Scans> {
  return guarded(() => ask(api.GET('/api/dossiers/{code}/scans', { params: { path: { code } } })));
}

export type QuarantinedFile = Schemas['QuarantinedFile'];

export function listQuarantine(): Promise<{ scanner: boolean; items: QuarantinedFile[] }> {
  return guarded(() => ask(api.GET('/api/quarantine')));
}

export type NoticeList = Schemas['NoticeList'];
export type NoticeTemplate = Schemas['NoticeTemplate'];
type Which = NoticeTemplate['language'];

export function listNotices(state: 'dead-letter' | 'any'): Promise<NoticeList> {
  return guarded(() => ask(api.GET('/api/notices', { params: { query: { state } } })));
}

export function sendNoticeAgain(id: number): Promise<Schemas['Notice']> {
  return guarded(() => ask(api.POST('/api/notices/{notice}/sending', {
    params: { path: { notice: String(id) } },
  })));
}

export type Digest = Schemas['Digest'];

export function myDigest(): Promise<Digest> {
  return guarded(() => ask(api.GET('/api/digest')));
}

export function chooseDigest(body: Pick<Digest, 'digest' | 'language'>): Promise<Digest> {
  return guarded(() => ask(api.PUT('/api/digest', { body })));
}

export function listTemplates(): Promise<{ templates: NoticeTemplate[] }> {
  return guarded(() => ask(api.GET('/api/notice-templates')));
}

type Written = Pick<NoticeTemplate, 'subject' | 'body' | 'text'>;

export function saveTemplate(kind: string, language: Which, written: Written) {
  return guarded(() => ask(api.PUT('/api/notice-templates/{kind}/{language}', {
    params: { path: { kind, language } }, body: written,
  })));
}

export function bringTemplateBack(kind: string, language: Which) {
  return guarded(() => ask(api.DELETE('/api/notice-templates/{kind}/{language}', {
    params: { path: { kind, language } },
  })));
}

export function previewTemplate(kind: string, language: Which,
  written: Written & { code: string }): Promise<Written> {
  return guarded(() => ask(api.POST('/api/notice-templates/{kind}/{language}/preview', {
    params: { path: { kind, language } }, body: written,
  })));
}
