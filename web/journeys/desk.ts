// What the officers' and leaders' journeys share: signing in, the accessibility check, and a
// dossier received at the counter so that each journey has its own.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of a journey whose page is laid out in another: one screen is enough for it. */
export const ONCE = '@once';
export const PASSWORD = 'mot-cua-2017';

/** No violation of WCAG 2.2 AA or good practice; one h1; nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Over the debugger, not into the page: the page's own policy forbids foreign scripts.
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: axeSource });
  await client.detach();
  const found = await page.evaluate(async (rules) => {
    const axe = (globalThis as unknown as { axe: {
      run: (root: Document, options: object) => Promise<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>;
    } }).axe;
    const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
  }, RULES);
  expect(found).toEqual([]);
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
}

export async function signIn(page: Page, username: string, path = '/can-bo/'): Promise<void> {
  await page.goto(path);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await expect(page.locator('.shell')).toBeVisible();
}

/** Signs in without a page, for the part somebody else plays. Gives the session's token. */
export async function signInQuietly(page: Page, username: string): Promise<string> {
  const answer = await page.request.post('/api/session', {
    data: { username, password: PASSWORD },
  });
  expect(answer.ok()).toBe(true);
  return ((await answer.json()) as { csrf: string }).csrf;
}

interface Procedure { id: string; papers: { id: string; originals: number; copies: number }[];
  cases: { id: string; papers: string[] }[] }

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
  trip: { purpose: 'Dự hội chợ du lịch', countries: [{ name: 'Nhật Bản' }],
    inviting_body: 'JATA', from: '2017-05-10', to: '2017-05-15', funding: 'state-budget' },
  leader: { name: 'Nguyễn Văn An', post: 'Phó Giám đốc', rank_group: 'division-head',
    party_managed: false },
  confirmed: true,
};

interface Sent { code: string; secret: string }
interface DraftCheck { errors: unknown[]; papers: { id: string; asked: boolean }[] }

/** Applies for official travel through the network, without a page; gives both codes. */
export async function submitApplication(page: Page): Promise<Sent> {
  const { request } = page;
  const begun = await request.post('/api/drafts', { data: { procedure: 'official-travel' } });
  const draft = `/api/drafts/${((await begun.json()) as { id: string }).id}`;
  await request.put(draft, { data: { answers: ANSWERS, step: 1 } });
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
