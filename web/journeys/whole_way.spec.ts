// The whole way of a foreign company through the network, in English: an account, an application
// for the consent to an ABTC, a supplement, the signed result fetched and checked. What officers do
// between is done beside the page, each by the one whose step it is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { addPapers, EN, field, fillDate, next } from './applying';
import { actQuietly, expectAccessible, openAs, PDF, signInQuietly } from './desk';
import { enterOrganisation, register, type Holder } from './holder';
import { letterTo } from './mail';

const COMPANY = 'Acme Precision Vietnam Co., Ltd';

async function fillForm(page: Page, email: string) {
  await field(page, 'applicant_kind-1').check();
  await field(page, 'person-name').fill('Jane Roe');
  await fillDate(page, 'person-born', '2', '5', '1979');
  await field(page, 'person-post').fill('General Director');
  await field(page, 'person-passport').fill('B1234567');
  await fillDate(page, 'person-passport_until', '1', '3', '2022');
  await next(page, EN);
  await expect(field(page, 'organisation-name')).toHaveValue(COMPANY);
  await expect(page.locator('#field-organisation-name-note'))
    .toHaveText('Filled in from the account');
  await field(page, 'tax_code').fill('0101234567');
  await field(page, 'business_line').fill('Precision tools');
  await next(page, EN);
  await field(page, 'purpose').fill('Meetings with partners in Japan and Korea');
  await field(page, 'partner').fill('Tokyo Tools KK');
  await field(page, 'card_kind').check();
  await next(page, EN);
  await field(page, 'contact-name').fill('Jane Roe');
  await field(page, 'contact-phone').fill('0243 123 4567');
  await field(page, 'contact-email').fill(email);
  await next(page, EN);
  await field(page, 'confirmed').check();
  await next(page, EN);
}

/** An officer in a browser of his own, so that the applicant's stays the applicant's. */
async function officerOf(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

async function askForMore(officer: Page, code: string) {
  await actQuietly(officer, 'lan', code, 'request-supplement', {
    reason: 'The contract lacks its last page', document: '12/YCBS',
    items: [{ paper: 'contract', what: 'The whole contract' }] });
}

/** Up to the City's consent, taken in as a scan with the office's seal. */
async function settle(officer: Page, code: string) {
  await actQuietly(officer, 'lan', code, 'accept', {});
  await actQuietly(officer, 'lan', code, 'hand-over', {});
  await actQuietly(officer, 'binh', code, 'hand-over', {});
  await actQuietly(officer, 'binh', code, 'record-opinion',
    { document: '77/CAHN', summary: 'No objection' });
  await actQuietly(officer, 'binh', code, 'propose', {});
  await actQuietly(officer, 'giamdoc', code, 'approve', {});
  await actQuietly(officer, 'vanphong', code, 'sign-off',
    { outcome: 'granted', document: '2345/UBND-NV' });
  await actQuietly(officer, 'lan', code, 'record-result',
    { outcome: 'granted', document: '2345/UBND-NV', document_date: '2017-04-12' });
  await sealScan(officer, code);
}

async function sealScan(officer: Page, code: string) {
  const headers = { 'X-CSRF-Token': await signInQuietly(officer, 'lan') };
  await officer.setContent('<h1>Letter of consent 2345/UBND-NV</h1><p>Jane Roe may use the ABTC.');
  const scan = await officer.pdf({ format: 'A4' });
  const kept = await officer.request.post('/api/result-files',
    { headers: { ...headers, 'Content-Type': 'application/pdf' }, data: scan });
  expect(kept.status(), await kept.text()).toBe(201);
  const { sha256 } = (await kept.json()) as { sha256: string };
  const opened = await officer.request.get(`/api/dossiers/${code}`);
  const answer = await officer.request.post(`/api/dossiers/${code}/result-papers`, {
    headers: { ...headers, 'Idempotency-Key': randomUUID(),
      'If-Match': opened.headers().etag ?? '' },
    data: { origin: 'digitised', sha256 },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** What poppler, which shares no code with us, says of the signatures in it. */
function pdfsig(paper: Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'motcua-')), 'result.pdf');
  writeFileSync(file, paper);
  return execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
}

/** An account for the company, and an application begun in its name. */
async function beginFor(page: Page, procedure: string): Promise<Holder> {
  const holder = await register(page, 'Jane Roe', 'en');
  await enterOrganisation(page, holder, COMPANY);
  await page.goto(`/en/nop-ho-so/${procedure}/`);
  await page.getByRole('radio', { name: COMPANY }).check();
  await page.getByRole('button', { name: EN.begin }).click();
  return holder;
}

async function send(page: Page): Promise<string> {
  await addPapers(page, EN);
  await expectAccessible(page);
  await page.getByRole('button', { name: EN.send }).click();
  return page.locator('.codes .code').first().innerText();
}

test('from an account to a result anybody can check', async ({ page, browser }) => {
  const holder = await beginFor(page, 'abtc');
  await fillForm(page, holder.email);
  const code = await send(page);
  const officer = await officerOf(browser);
  await askForMore(officer, code);
  const asked = await letterTo(holder.email, /needs more papers/);
  expect(asked.text).toContain('The whole contract');
  await page.goto('/en/tai-khoan/');
  await page.locator('li').filter({ hasText: code }).getByRole('link').click();
  await expect(page.locator('.supplement-item')).toContainText('The whole contract');
  await page.locator('.supplement input[type=file]')
    .setInputFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer: PDF });
  await expect(page.locator('.supplement .badge.done')).toHaveCount(1);
  await page.getByRole('button', { name: 'Send the papers' }).click();
  await expect(page.locator('.supplement')).toHaveCount(0);
  await settle(officer, code);
  const told = await letterTo(holder.email, /signed result .* was issued/);
  expect(told.text).toContain(`/tra-cuu/?code=${code}`);

  await page.reload();
  const result = page.locator('section[aria-labelledby=result]');
  await expect(result).toContainText('Result: granted');
  const coming = page.waitForEvent('download');
  await result.getByRole('link', { name: /^Download the result/ }).click();
  const paper = readFileSync(await (await coming).path());
  expect(pdfsig(paper)).toContain('Signature is Valid');
  await page.getByRole('link', { name: 'Check this result' }).click();
  await expect(page.locator('#verify-answer')).toBeFocused();
  await page.locator('#verify-file').setInputFiles({ name: 'result.pdf',
    mimeType: 'application/pdf', buffer: paper });
  await expect(page.locator('.verify-signature.holds')).toHaveCount(1);

  await page.goto(`/en/tra-cuu/${code}/`);
  await expect(page.locator('section[aria-labelledby=online-level]')).toContainText('Level 4');
  const rating = page.locator('section[aria-labelledby=rating-title]');
  await rating.locator('summary').click();
  await page.locator('#rating-marks').check();
  await rating.getByRole('button', { name: 'Send the rating' }).click();
  await expect(rating).toContainText('You rated it at');
  await expectAccessible(page);
  await openAs(officer, 'giamdoc', '/en/dieu-hanh/?period=2017-Q2');
  const levels = officer.locator('section[aria-labelledby=levels-title]');
  await expect(levels.locator('tr').filter({ hasText: 'APEC' })).toBeVisible();
  await officer.context().close();
});

test('a fee is paid on the way', async ({ page, browser }) => {
  const holder = await beginFor(page, 'consular-certification');
  await field(page, 'person-name').fill('Jane Roe');
  await field(page, 'person-identity').fill('B1234567');
  await field(page, 'person-phone').fill('0243 123 4567');
  await field(page, 'person-email').fill(holder.email);
  await next(page, EN);
  await field(page, 'papers-about').fill('Degree of the director');
  await field(page, 'papers-count').fill('3');
  await field(page, 'papers-country').fill('Japan');
  await field(page, 'confirmed').check();
  await next(page, EN);
  const code = await send(page);
  expect((await letterTo(holder.email, /Application .* sent/)).text).toContain('90,000');
  await page.getByRole('link', { name: EN.follow }).click();
  const owed = page.locator('section[aria-labelledby=payment]');
  await owed.getByRole('button', { name: 'Pay on-line' }).click();
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(owed.locator('h2')).not.toContainText('not paid');
  await letterTo(holder.email, /received for dossier/);
  const officer = await officerOf(browser);
  await actQuietly(officer, 'lan', code, 'accept', {});
  await actQuietly(officer, 'lan', code, 'hand-over', {});
  await actQuietly(officer, 'binh', code, 'propose', {});
  await actQuietly(officer, 'lan', code, 'record-result',
    { outcome: 'granted', document: '77/CNLS', document_date: '2017-04-12' });
  await sealScan(officer, code);
  await letterTo(holder.email, /signed result .* was issued/);
  await page.reload();
  await expect(page.locator('section[aria-labelledby=result]')).toContainText('granted');
  const level = page.locator('section[aria-labelledby=online-level]');
  await expect(level).toContainText('paid');
  await expectAccessible(page);
  await officer.context().close();
});
