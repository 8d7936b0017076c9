// Officers: signing in, the work list, one dossier with its acts, two officers at once, and a
// session that ends in the middle.
import { expect, test, type Page } from '@playwright/test';
import {
  actQuietly, expectAccessible, ONCE, openAs, PASSWORD, receiveDossier, signInQuietly,
} from './desk';

function dossierPath(code: string): string {
  return `/can-bo/ho-so/${code}/`;
}

async function openAct(page: Page, label: string): Promise<void> {
  await page.locator('#todo').getByRole('button', { name: label, exact: true }).click();
  await expect(page.locator('dialog[open]')).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.locator('dialog[open] .dialog-buttons button[type=submit]').click();
}

test('signing in: a wrong password is said, a demo account fills the form',
  { tag: ONCE }, async ({ page }) => {
  await page.goto('/can-bo/');
  await expect(page.locator('#username')).toBeVisible();
  await expectAccessible(page);
  await page.locator('#username').fill('binh');
  await page.locator('#password').fill('sai-mat-khau');
  await page.locator('form button[type=submit]').click();
  await expect(page.locator('.notice.late')).toBeVisible();
  await expect(page.locator('#username')).toHaveValue('binh');
  await expectAccessible(page);
  await page.getByRole('button', { name: /Trần Văn Bình/ }).click();
  await expect(page.locator('form button[type=submit]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
});

test('the list: nearest deadline first, filters, search without a match', async ({ page }) => {
  await receiveDossier(page, 'Sở Du lịch');
  await page.goto('/can-bo/');
  await expect(page.locator('.work-table')).toBeVisible();
  await expect(page.locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'ascending');
  await expectAccessible(page);
  await page.locator('.counters .late').click();
  await expect(page).toHaveURL(/due=late/);
  await expect(page.locator('.counters .late')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await page.locator('.counters .late').click();
  await page.locator('#list-search').fill('không có hồ sơ nào như vậy');
  await page.keyboard.press('Enter');
  await expect(page.locator('.empty')).toBeVisible();
  await expectAccessible(page);
  await page.locator('.empty button').click();
  await expect(page.locator('.work-table')).toBeVisible();
});

test('every list has its page in both languages', async ({ page }) => {
  test.slow();
  await signInQuietly(page, 'minh');
  for (const path of ['/can-bo/', '/can-bo/don-vi/', '/can-bo/tra-cuu/', '/can-bo/so-theo-doi/',
    '/can-bo/them/']) {
    for (const language of ['', '/en']) {
      await page.goto(language + path);
      await expect(page.locator('h1')).toBeVisible();
      await expectAccessible(page);
    }
  }
});

test('a quick view opens with Enter and gives the focus back with Esc',
  { tag: ONCE }, async ({ page }) => {
  await receiveDossier(page, 'Sở Du lịch');
  await page.goto('/can-bo/don-vi/');
  // By its address: while this runs, others put dossiers before it.
  const address = await page.locator('a.open').first().getAttribute('href');
  const first = page.locator(`a.open[href="${address}"]`);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.pane h2')).toBeFocused();
  await expect(page.locator('.pane .duebox')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.pane')).toHaveCount(0);
  await expect(first).toBeFocused();
});

test('a dossier: its promise explained, its process lit, its journal chained', async ({ page }) => {
  const code = await receiveDossier(page, 'Sở Du lịch Hà Nội');
  await page.goto(dossierPath(code));
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.deadline .duebox')).toBeVisible();
  await expect(page.locator('svg.pd .pd-now').first()).toBeVisible();
  await expect(page.locator('.pd-list [aria-current=step]').first()).toBeVisible();
  await page.locator('.promise-reason summary').click();
  await expect(page.locator('.promise-days tr.counted').first()).toBeVisible();
  await page.locator('#journal button').click();
  await expect(page.locator('.journal-record').first()).toContainText(/[0-9a-f]{64}/);
  await expectAccessible(page);
  await page.goto(`/en${dossierPath(code)}`);
  await expect(page.locator('svg.pd .pd-now')).toContainText('Receive');
  await expectAccessible(page);
});

test('an act: handed over at the counter, the specialist finds it', async ({ page }) => {
  const code = await receiveDossier(page, 'Sở Công Thương');
  await page.goto(dossierPath(code));
  await openAct(page, 'Chuyển đơn vị giải quyết');
  await expectAccessible(page);
  await send(page);
  await expect(page.locator('.done-notice')).toBeFocused();
  await expectAccessible(page);
  await signOut(page);
  await openAs(page, 'binh', dossierPath(code));
  await expect(page.locator('#todo')).toContainText('Yêu cầu bổ sung');
});

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

test('papers are checked one by one; a lacking paper needs a word',
  { tag: ONCE }, async ({ page }) => {
  const code = await receiveDossier(page, 'Sở Y tế');
  await page.goto(dossierPath(code));
  const first = page.locator('.paper-item').first();
  await first.getByRole('button', { name: /^Đạt/ }).click();
  await expect(first.locator('.badge.done')).toBeVisible();
  await first.getByRole('button', { name: /^Chưa đạt/ }).click();
  await expect(first.locator('textarea')).toBeFocused();
  await first.getByRole('button', { name: /^Ghi/ }).click();
  await expect(first.locator('.field-error')).toBeVisible();
  await expectAccessible(page);
  await first.locator('textarea').fill('Thiếu chữ ký');
  await first.getByRole('button', { name: /^Ghi/ }).click();
  await expect(first.locator('.badge.soon')).toBeVisible();
  await expect(first).toContainText('Thiếu chữ ký');
});

/** Fills in what is needed with the first paper. */
async function askForFirstPaper(page: Page): Promise<void> {
  const item = page.locator('dialog .ask-items > li').first();
  await item.locator('input[type=checkbox]').check();
  await item.locator('textarea').fill('Bản dịch thư mời');
  await page.locator('#act-document').fill('12/HDHS');
}

test('two officers: the second sees both and keeps the input',
  { tag: ONCE }, async ({ page, browser }) => {
  const code = await receiveDossier(page, 'Sở Tư pháp');
  await page.goto(dossierPath(code));
  await openAct(page, 'Yêu cầu bổ sung');
  await send(page);
  await expect(page.locator('dialog .error-summary')).toBeFocused();
  await expectAccessible(page);
  await askForFirstPaper(page);
  const other = await browser.newPage();
  await actQuietly(other, 'lan', code, 'hand-over', {});
  await other.close();
  await send(page);
  await expect(page.locator('dialog .notice.soon')).toContainText('Người khác vừa xử lý');
  await expect(page.locator('dialog .versions tr.changed').first()).toBeVisible();
  await expect(page.locator('dialog .ask-items textarea').first())
    .toHaveValue('Bản dịch thư mời');
  await expectAccessible(page);
});

test('a session that ends is opened again in place', { tag: ONCE }, async ({ page }) => {
  const code = await receiveDossier(page, 'Sở Nội vụ');
  await page.goto(dossierPath(code));
  await openAct(page, 'Yêu cầu bổ sung');
  await askForFirstPaper(page);
  await page.context().clearCookies();
  await send(page);
  const again = page.locator('dialog[open]').filter({ has: page.locator('#password') });
  await expect(again).toBeVisible();
  await expectAccessible(page);
  await page.locator('#password').fill(PASSWORD);
  await again.locator('form button[type=submit]').click();
  await expect(page.locator('.done-notice')).toBeVisible();
  await expect(page.locator('#supplement')).toContainText('Bản dịch thư mời');
});

test('an act that cannot be undone is previewed first', { tag: ONCE }, async ({ page }) => {
  const code = await receiveDossier(page, 'Sở Tài chính');
  await page.goto(dossierPath(code));
  await page.locator('#todo summary').click();
  await openAct(page, 'Rút hồ sơ theo yêu cầu');
  await page.locator('#act-reason').fill('Người nộp đề nghị');
  await send(page);
  await expect(page.locator('dialog .effects li').first()).toBeVisible();
  await expectAccessible(page);
  await send(page);
  await expect(page.locator('.done-notice')).toBeVisible();
  await expect(page.locator('#todo')).toContainText('kết thúc');
});

test('an unknown code has its page', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'binh', dossierPath('000.00.00.H26-170412-9999'));
  await expect(page.locator('.problem h1')).toBeVisible();
  await expectAccessible(page);
});
