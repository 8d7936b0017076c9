// The counter: an application received from the keyboard alone, guided, refused.
import { expect, test, type Page } from '@playwright/test';
import { chooseFirstCase, expectAccessible, ONCE, openAs, signOut } from './desk';

const PATH = '/can-bo/tiep-nhan/';
const CODE = /H26-\d{6}-\d{4}/;

async function press(page: Page, keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

/** Chooses official travel and the first case, by keys. */
async function chooseProcedure(page: Page): Promise<void> {
  await expect(page.locator('#counter-procedure')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('xuat canh');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.counter-papers li').first()).toBeVisible();
  await chooseFirstCase(page);
}

test('an application is received from the keyboard alone', async ({ page }) => {
  await openAs(page, 'lan', PATH);
  await expect(page.locator('#counter-procedure')).toBeFocused();
  await expectAccessible(page);
  await chooseProcedure(page);
  await page.keyboard.press('F4');
  await page.keyboard.type('Sở Du lịch Hà Nội');
  await expect(page.locator('.promise-date')).toContainText(/\d/);
  await expectAccessible(page);

  // From the name on: identity, phone, then straight to registering.
  let keys = await press(page, ['Enter', ...'0100109106', 'Enter', ...'02438250000', 'Enter']);
  keys += await press(page, ['F9', 'Control+Enter']);
  expect(keys).toBeLessThan(60);

  await expect(page.locator('#counter-done')).toBeVisible();
  await expect(page.locator('.code.big').first()).toHaveText(CODE);
  await expectAccessible(page);
  const print = page.locator('.counter-done a[target=_blank]').first();
  await expect(print).toBeFocused();
  const slip = await page.request.get((await print.getAttribute('href')) ?? '');
  expect(slip.headers()['content-type']).toContain('application/pdf');

  await page.locator('.counter-done .button.sun').click();
  await expect(page.locator('#counter-procedure')).toBeFocused();
  await expect(page.locator('#counter-name')).toHaveValue('');
});

test('what is missing is named, focused, and kept', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'lan', PATH);
  await page.locator('#counter-summary').fill('Đi dự hội chợ');
  await page.keyboard.press('Control+Enter');
  const summary = page.locator('.error-summary');
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.locator('a').nth(1).click();
  await expect(page.locator('#counter-name')).toBeFocused();
  await expect(page.locator('#counter-summary')).toHaveValue('Đi dự hội chợ');
});

test('a half-typed intake survives a reload, not a sign-out', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'lan', PATH);
  await chooseProcedure(page);
  await page.locator('#counter-name').fill('Sở Du lịch Hà Nội');
  const first = page.locator('.counter-papers input[type=checkbox]').first();
  await first.uncheck();
  await page.reload();
  await expect(page.locator('form.counter .notice')).toContainText('Đã lấy lại');
  await expect(first).not.toBeChecked();
  await expect(page.locator('#counter-name')).toHaveValue('Sở Du lịch Hà Nội');
  await expectAccessible(page);
  await signOut(page, 'lan');
  await openAs(page, 'lan', PATH);
  await expect(page.locator('#counter-procedure')).toBeFocused();
  await expect(page.locator('#counter-name')).toHaveValue('');
});

test('an application that lacks a paper is guided in full, with form 02', async ({ page }) => {
  await openAs(page, 'lan', PATH);
  await chooseProcedure(page);
  await page.locator('#counter-name').fill('Trường Đại học Thủ đô');
  await page.locator('.counter-papers input[type=checkbox]').first().uncheck();
  await expect(page.locator('.missing')).toBeVisible();
  await page.locator('#counter-outcome-1').check();
  await page.locator('.paper-lacking input').first().fill('chưa có dấu');
  await page.locator('#counter-reason').fill('Thiếu giấy tờ');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#counter-done')).toBeVisible();
  await expect(page.locator('.counter-done a[target=_blank]')).toContainText('bổ sung');
  await expectAccessible(page);
  await page.locator('.counter-done .button.quiet').click();
  const slip = page.locator('#slips a');
  await expect(slip).toHaveCount(1);
  const form_02 = await page.request.get((await slip.getAttribute('href')) ?? '');
  expect(form_02.headers()['content-type']).toContain('application/pdf');
});

test('what is typed before the procedures have come is kept', { tag: ONCE }, async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  await page.route('**/api/procedures', async (route) => {
    await held;
    await route.continue();
  });
  await openAs(page, 'lan', PATH);
  const box = page.locator('#counter-procedure');
  await expect(box).toBeFocused();
  await page.keyboard.type('xuat canh');
  await page.keyboard.press('Enter');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('xuat canh');
  release();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.counter-papers li').first()).toBeVisible();
});

test('a refusal needs its reason', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'lan', PATH);
  await chooseProcedure(page);
  await page.locator('#counter-name').fill('Nguyễn Thị Thanh Hương');
  await page.locator('#counter-outcome-2').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#counter-reason-error')).toBeVisible();
  await page.locator('#counter-reason').fill('Không thuộc thẩm quyền của Sở');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#counter-done')).toBeVisible();
});

test('in English the counter is the same page', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'lan', `/en${PATH}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Receive at the counter');
  await expectAccessible(page);
});

test('who does not receive is told so', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'binh', PATH);
  await expect(page.locator('#counter-procedure')).toHaveCount(0);
  await expectAccessible(page);
});
