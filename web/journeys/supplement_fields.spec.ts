// Questions of the form asked for again: the officer picks them beside papers, the applicant
// answers those alone, the officer sees what was and what is.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, openAs, PDF, signInQuietly, submitApplication, type Sent } from './desk';

async function addQuestion(page: Page, words: string, why: string): Promise<void> {
  await page.locator('#act-items-question').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.ask-questions textarea').last().fill(why);
}

async function askAgain(page: Page, code: string): Promise<void> {
  await openAs(page, 'lan', `/can-bo/ho-so/${code}/`);
  await page.locator('#todo').getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await page.locator('.ask-items input').first().check();
  await page.locator('dialog textarea').first().fill('Bản chụp mờ');
  await addQuestion(page, 'kinh phi', 'Thư mời nói bên mời trả một phần');
  await expect(page.locator('.ask-questions')).toContainText('Đang ghi: Ngân sách nhà nước');
  await addQuestion(page, 'ten don vi', 'Ghi đủ tên');
  await page.locator('#act-document').fill('18/PYC-NV');
  await expectAccessible(page);
  await page.locator('dialog[open] .dialog-buttons button[type=submit]').click();
  await expect(page.locator('.done-notice')).toBeFocused();
  await expect(page.locator('#timeline')).toContainText('Tờ khai, mục');
}

async function follow(page: Page, { code, secret }: Sent): Promise<void> {
  const opened = await page.request.post('/api/tracking', { data: { code, secret } });
  expect(opened.status()).toBe(200);
  await page.goto(`/tra-cuu/${code}/`);
}

test('only what was asked for is opened again, sent with the papers, and shown as old and new',
  async ({ page }) => {
    const sent = await submitApplication(page);
    await askAgain(page, sent.code);
    await follow(page, sent);
    const form = page.locator('.supplement');
    await expect(form.locator('#field-unit-name')).toHaveValue('Sở Du lịch Hà Nội');
    await expect(form.locator('#field-trip-purpose')).toHaveCount(0);
    await expect(form.locator('#field-trip-funding_note')).toHaveCount(0);
    await form.getByLabel('Nhiều nguồn').check();
    await expectAccessible(page);
    await form.locator('button.sun').click();
    await expect(form.locator('.error-summary')).toBeFocused();
    await expect(form.locator('.error-summary li')).toHaveCount(2);
    await form.locator('#field-trip-funding_note').fill('Bên mời trả vé máy bay');
    await form.locator('#field-unit-name').fill('Sở Du lịch thành phố Hà Nội');
    await form.locator('input[type=file]')
      .setInputFiles({ name: 'thu-moi.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(form.locator('.badge.done')).toHaveCount(1);
    await form.locator('button.sun').click();
    await expect(page.locator('.notice.done')).toContainText('Đã gửi phần bổ sung');
    const told = page.locator('section[aria-labelledby=supplements]');
    await expect(told).toContainText('Đã sửa trong tờ khai: Tên đơn vị');
    await expect(told).toContainText('Ngày hẹn trả');
    await expectAccessible(page);

    await signInQuietly(page, 'lan');
    await page.goto(`/can-bo/ho-so/${sent.code}/`);
    const card = page.locator('#changes');
    await expect(card).toContainText('Bên mời trả vé máy bay');
    await expect(card.locator('del', { hasText: 'Sở Du lịch Hà Nội' }).first()).toBeVisible();
    await expect(card.locator('ins', { hasText: 'Sở Du lịch thành phố Hà Nội' }).first())
      .toBeVisible();
    await expect(card).toContainText('thu-moi.pdf');
    await expectAccessible(page);
  });

async function askWhoManages(page: Page, code: string): Promise<void> {
  await openAs(page, 'lan', `/can-bo/ho-so/${code}/`);
  await page.locator('#todo').getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await addQuestion(page, 'thanh uy', 'Trưởng đoàn thuộc diện nào?');
  await page.locator('#act-document').fill('19/PYC-NV');
  await page.locator('dialog[open] .dialog-buttons button[type=submit]').click();
  await expect(page.locator('.done-notice')).toBeFocused();
}

test('a corrected answer opens the paper it makes necessary, and the officer sees it as new',
  async ({ page }) => {
    const sent = await submitApplication(page);
    await askWhoManages(page, sent.code);
    await follow(page, sent);
    const form = page.locator('.supplement');
    const paper = form.locator('.new-paper');
    await expect(form.getByRole('radio', { name: 'Không' })).toBeChecked();
    await expect(paper).toHaveCount(0);
    await form.getByRole('radio', { name: 'Có' }).check();
    await expect(paper).toHaveCount(1);
    await expect(paper).toContainText('trở thành bắt buộc');
    await expectAccessible(page);
    await form.locator('#field-leader-party_notice').fill('45-TB/TU');
    await form.locator('button.sun').click();
    await expect(form.locator('.error-summary')).toBeFocused();
    await expect(form.locator('.error-summary li')).toHaveCount(1);
    await expect(paper.locator('.field-error')).toBeVisible();
    await form.getByRole('radio', { name: 'Không' }).check();
    await expect(paper).toHaveCount(0);
    await form.getByRole('radio', { name: 'Có' }).check();
    await form.locator('#field-leader-party_notice').fill('45-TB/TU');
    await paper.locator('input[type=file]')
      .setInputFiles({ name: 'y-kien.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(paper.locator('.badge.done')).toHaveCount(1);
    await form.locator('button.sun').click();
    await expect(page.locator('.notice.done')).toContainText('Đã gửi phần bổ sung');
    await signInQuietly(page, 'lan');
    await page.goto(`/can-bo/ho-so/${sent.code}/`);
    const card = page.locator('#changes');
    await expect(card).toContainText('y-kien.pdf');
    await expect(card).toContainText('do câu trả lời đã sửa cần đến');
    await expectAccessible(page);
  });
