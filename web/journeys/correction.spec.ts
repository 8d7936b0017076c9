// A mistake made at intake is corrected: who applied, what for, and what was answered.
import { expect, test, type Page } from '@playwright/test';
import {
  actQuietly, expectAccessible, ONCE, receiveDossier, signInQuietly, submitApplication,
} from './desk';

async function openCorrection(page: Page, code: string): Promise<void> {
  await page.goto(`/can-bo/ho-so/${code}/`);
  await page.locator('#todo summary').click();
  await page.locator('#todo').getByRole('button', { name: 'Sửa thông tin tiếp nhận' }).click();
  await expect(page.locator('dialog[open]')).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.locator('dialog[open] .dialog-buttons button[type=submit]').click();
}

test('name, address and contact are corrected; the reason stays in the timeline',
  async ({ page }) => {
    const code = await receiveDossier(page, 'Sở Du lich');
    await openCorrection(page, code);
    await expect(page.locator('#act-corrections-name')).toHaveValue('Sở Du lich');
    await expectAccessible(page);
    await page.locator('#act-corrections-name').fill('Sở Du lịch');
    await page.locator('#act-corrections-address').fill('3B Lê Thái Tổ');
    await page.locator('#act-corrections-phone').fill('02438250000');
    await page.locator('#act-summary').fill('Đi dự hội chợ');
    await send(page);
    await expect(page.locator('dialog .error-summary')).toContainText('Lý do sửa');
    await page.locator('#act-reason').fill('Viết sai tên');
    await send(page);
    await expect(page.locator('.done-notice')).toBeFocused();
    await expect(page.locator('#applicant')).toContainText('Sở Du lịch');
    await expect(page.locator('#applicant')).toContainText('3B Lê Thái Tổ');
    await expect(page.locator('#applicant')).toContainText('02438250000');
    await expect(page.locator('#applied')).toContainText('Đi dự hội chợ');
    await expect(page.locator('#timeline')).toContainText('Viết sai tên');
    await expectAccessible(page);
  });

test('an answer of the form is corrected in the form it was given in',
  { tag: ONCE }, async ({ page }) => {
  const { code } = await submitApplication(page);
  await signInQuietly(page, 'lan');
  await openCorrection(page, code);
  await page.locator('#act-answers summary').click();
  const unit = page.locator('dialog #field-unit-name');
  await expect(unit).toHaveValue('Sở Du lịch Hà Nội');
  await expectAccessible(page);
  await unit.fill('');
  await page.locator('#act-reason').fill('Tên mới');
  await send(page);
  await expect(unit, 'what the server refuses is told at its question').toBeFocused();
  await expect(page.locator('dialog #field-unit-name-error')).toBeVisible();
  await expectAccessible(page);
  await unit.fill('Sở Du lịch thành phố Hà Nội');
  await send(page);
  await expect(page.locator('.done-notice')).toBeFocused();
  await expect(page.locator('#applied')).toContainText('Sở Du lịch thành phố Hà Nội');
  await expect(page.locator('#applicant')).toContainText('Sở Du lịch thành phố Hà Nội');
});

test('two correct at once: both changes are shown, and neither is lost',
  { tag: ONCE }, async ({ page, browser }) => {
    const code = await receiveDossier(page, 'Sở Tư phap');
    await openCorrection(page, code);
    await page.locator('#act-corrections-name').fill('Sở Tư pháp');
    await page.locator('#act-reason').fill('Viết sai tên');
    const other = await browser.newPage();
    await actQuietly(other, 'lan', code, 'correct-intake', { reason: 'Thiếu điện thoại',
      corrections: { kind: 'organisation', name: 'Sở Tư phap', phone: '02433546151' } });
    await other.close();
    await send(page);
    await expect(page.locator('dialog .versions')).toContainText('02433546151');
    await expect(page.locator('#act-corrections-name')).toHaveValue('Sở Tư pháp');
    await expect(page.locator('#act-corrections-phone')).toHaveValue('02433546151');
    await expectAccessible(page);
    await send(page);
    await expect(page.locator('.done-notice')).toBeFocused();
    await expect(page.locator('#applicant')).toContainText('Sở Tư pháp');
    await expect(page.locator('#applicant')).toContainText('02433546151');
  });
