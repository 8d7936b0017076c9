// What the officers' and leaders' journeys share: signing in, the accessibility check, and a
// dossier received at the counter so that each journey has its own.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type CDPSession, type Cookie, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of a journey whose page is laid out in another: one screen is enough for it. */
export const ONCE = '@once';
export const PASSWORD = 'mot-cua-2017';

interface Axe { run: (root: Document, options: object) => Promise<{
  violations: { id: string; nodes: { html: string }[] }[];
}> }

const inspectors = new WeakMap<Page, CDPSession>();

/** Kept open: with any that closes, Chromium takes the page's virtual authenticators away. */
async function inspectorOf(page: Page): Promise<CDPSession> {
  const inspector = inspectors.get(page) ?? await page.context().newCDPSession(page);
  inspectors.set(page, inspector);
  return inspector;
}

/** Over the debugger, not into the page: the page's own policy forbids foreign scripts. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  await (await inspectorOf(page)).send('Runtime.evaluate', { expression: axeSource });
}

/** No violation of WCAG 2.2 AA or good practice; one h1; nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  await bringAxe(page);
  const found = await page.evaluate(async (rules) => {
    await document.fonts.ready;
    const { axe } = globalThis as unknown as { axe: Axe };
    const result = await axe.run(document,
      { runOnly: rules, resultTypes: ['violations'], preload: false });
    return {
      violations: result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`),
      sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    };
  }, RULES);
  expect(found).toEqual({ violations: [], sideways: 0 });
}

interface Kept { csrf: string; cookies: Cookie[] }
/** This worker's sessions: an officer's password is checked once, not in each journey. */
const sessions = new Map<string, Kept>();

/** Signs in without a page, for the part somebody else plays. Gives the session's token. */
export async function signInQuietly(page: Page, username: string): Promise<string> {
  const kept = sessions.get(username);
  if (kept) {
    await page.context().addCookies(kept.cookies);
    return kept.csrf;
  }
  const answer = await page.request.post('/api/session', {
    data: { username, password: PASSWORD },
  });
  expect(answer.ok()).toBe(true);
  const { csrf } = (await answer.json()) as { csrf: string };
  const cookies = (await page.context().cookies()).filter((one) => one.name === 'motcua_session');
  sessions.set(username, { csrf, cookies });
  return csrf;
}

/** Opens a page as this officer. The form for signing in has journeys of its own. */
export async function openAs(page: Page, username: string, path: string): Promise<void> {
  await signInQuietly(page, username);
  await page.goto(path);
  await expect(page.locator('.shell')).toBeVisible();
}

/** Signs out by the button; the session kept for this officer is over with it. */
export async function signOut(page: Page, username: string): Promise<void> {
  sessions.delete(username);
  await page.locator('.me-out').click();
  await expect(page.locator('#username')).toBeVisible();
}

interface Procedure { id: string; papers: { id: string; originals: number; copies: number }[];
  cases: { id: string; papers: string[] }[] }

/** At the counter, after the procedure. The page leads on by itself; keys pressed before would go
 *  to the field left behind. */
export async function chooseFirstCase(page: Page): Promise<void> {
  await expect(page.locator('#counter-case, #counter-kind').first()).toBeFocused();
  if (await page.locator('#counter-case[type=radio]').count()) {
    await page.keyboard.press('Space');
  } else if (await page.locator('#counter-case').count()) {
    await page.locator('#counter-case').selectOption({ index: 1 });
  }
}

/** Receives an official-travel dossier at the counter as Lan; gives its code. */
export async function receiveDossier(page: Page, name: string): Promise<string> {
  const csrf = await signInQuietly(page, 'lan');
  const procedure = (await (await page.request.get('/api/procedures/official-travel'))
    .json()) as Procedure;
  const first = procedure.cases[0];
  const papers = procedure.papers.filter((paper) => first?.papers.includes(paper.id))
    .map((paper) => ({ paper: paper.id, originals: paper.originals, copies: paper.copies }));
  const answer = await page.request.post('/api/counter/dossiers', {
    headers: { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': csrf },
    data: {
      procedure: procedure.id, case: first?.id, outcome: 'received', papers,
      applicant: { kind: 'organisation', name },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

/** Official travel of one leader, received at the counter with its form. */
export async function receiveTravel(
  page: Page, unit: string, leader: { name: string; identity?: string; rank_group: string },
  days: { from: string; to: string },
): Promise<string> {
  const csrf = await signInQuietly(page, 'lan');
  const answer = await page.request.post('/api/counter/dossiers', {
    headers: { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': csrf },
    data: {
      procedure: 'official-travel', outcome: 'received',
      papers: [{ paper: 'sending-letter', originals: 1 }, { paper: 'invitation', copies: 1 }],
      applicant: { kind: 'organisation', name: unit },
      answers: {
        unit: { name: unit, address: 'Hà Nội', letter_number: '1/CV', letter_date: '2017-04-10' },
        contact: { name: 'Trần Thị Mai', phone: '0912345678', email: 'mai@dulich.vn' },
        trip: { purpose: 'Hội chợ', countries: [{ name: 'JP' }], inviting_body: 'JATA', days: 3,
          funding: 'own', ...days },
        leader: { post: 'Chủ tịch', party_managed: false, ...leader },
        key_leaders: 0, confirmed: true,
      },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

const VISA_PAPERS = { application: [1, 0], 'work-permit': [0, 1], contract: [0, 1],
  establishment: [0, 1], 'work-report': [1, 0] };

/** Receives a dossier the office answers itself, and takes it up to where its result is ready. */
export async function decideOnVisa(page: Page, name: string): Promise<Sent> {
  const csrf = await signInQuietly(page, 'lan');
  const answer = await page.request.post('/api/counter/dossiers', {
    headers: { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': csrf },
    data: {
      procedure: 'foreigner-visa-extension', case: 'standard', outcome: 'received',
      applicant: { kind: 'organisation', name },
      papers: Object.entries(VISA_PAPERS)
        .map(([paper, [originals, copies]]) => ({ paper, originals, copies })),
      answers: {
        unit: { name, address: '12 phố Huế, Hà Nội', letter_number: '08/CV' },
        contact: { name: 'Đỗ Mai', phone: '024 3 000 000', email: 'mai@songhong.example' },
        person: { name: 'John Smith', nationality: 'Úc', born: '1980-02-03',
          passport: 'N1234567', post: 'Kỹ sư', residence: '5 phố Hàng Bài, Hà Nội' },
        extension: { kind: 'visa', valid_until: '2017-04-30', wanted_until: '2018-04-30',
          reason: 'Hợp đồng kéo dài', work_basis: 'permit', oda: false },
        confirmed: true,
      },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const sent = (await answer.json()) as Sent;
  await actQuietly(page, 'lan', sent.code, 'hand-over', {});
  await actQuietly(page, 'binh', sent.code, 'propose', {});
  await actQuietly(page, 'giamdoc', sent.code, 'approve', {});
  return sent;
}

/** Issues the recorded result, signed by the director. */
export async function issueQuietly(page: Page, code: string, more: object = {}): Promise<void> {
  const csrf = await signInQuietly(page, 'giamdoc');
  const opened = await page.request.get(`/api/dossiers/${code}`);
  const answer = await page.request.post(`/api/dossiers/${code}/result-papers`, {
    headers: { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': csrf,
      'If-Match': opened.headers().etag ?? '' },
    data: { origin: 'composed', passphrase: PASSWORD, ...more },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Does one act as this officer, outside the page under test. */
export async function actQuietly(
  page: Page, username: string, code: string, act: string, input: object,
): Promise<void> {
  const csrf = await signInQuietly(page, username);
  const opened = await page.request.get(`/api/dossiers/${code}`);
  const answer = await page.request.post(`/api/dossiers/${code}/acts/${act}`, {
    headers: {
      'Idempotency-Key': randomUUID(), 'X-CSRF-Token': csrf,
      'If-Match': opened.headers().etag ?? '',
    },
    data: input,
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
  + '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n'
  + 'trailer<</Root 1 0 R>>\n%%EOF\n');

const ANSWERS = {
  unit: { name: 'Sở Du lịch Hà Nội', address: '3B Lê Thái Tổ, Hoàn Kiếm',
    letter_number: '125/SDL-VP', letter_date: '2017-04-10' },
  contact: { name: 'Trần Thị Mai', phone: '0912345678', email: 'mai@dulich.vn' },
  trip: { purpose: 'Dự hội chợ du lịch', countries: [{ name: 'JP' }], days: 6,
    inviting_body: 'JATA', from: '2017-05-10', to: '2017-05-15', funding: 'state-budget' },
  leader: { name: 'Nguyễn Văn An', post: 'Phó Giám đốc', rank_group: 'division-head',
    party_managed: false },
  key_leaders: 0,
  confirmed: true,
};

export interface Sent { code: string; secret: string }
interface DraftCheck { errors: unknown[]; papers: { id: string; asked: boolean }[] }

/** A draft with every answer given, made without a page, for a party of the account signed in
 *  where one is named; gives its address in the API. */
export async function draftApplication(page: Page, party?: string): Promise<string> {
  const begun = await page.request.post('/api/drafts',
    { data: { procedure: 'official-travel', party } });
  const draft = `/api/drafts/${((await begun.json()) as { id: string }).id}`;
  await page.request.put(draft, { data: { answers: ANSWERS, step: 1 } });
  return draft;
}

/** Applies for official travel through the network, without a page; gives both codes. */
export async function submitApplication(page: Page, party?: string): Promise<Sent> {
  const { request } = page;
  const draft = await draftApplication(page, party);
  const check = (await (await request.post(`${draft}/check`)).json()) as DraftCheck;
  expect(check.errors).toEqual([]);
  for (const paper of check.papers.filter((one) => one.asked)) {
    const kept = await request.post(`${draft}/files?paper=${paper.id}&name=van-ban.pdf`, {
      headers: { 'Content-Type': 'application/pdf' }, data: PDF });
    expect(kept.status(), await kept.text()).toBe(201);
  }
  const answer = await request.post(`${draft}/submission`,
    { headers: { 'Idempotency-Key': randomUUID() } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Sent;
}
