// A result on its way: recorded, signed by who decides, downloaded by the applicant, checked by
// anybody, replaced, revoked. With the accessibility of each page and state.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import {
  actQuietly, decideOnVisa, expectAccessible, issueQuietly, ONCE, openAs, PASSWORD, PDF,
  type Sent,
} from './desk';

const GRANTED = { outcome: 'granted' };

function dossierPath(code: string): string {
  return `/can-bo/ho-so/${code}/`;
}

async function openIssuing(page: Page): Promise<void> {
  await page.locator('#issued').getByRole('button').click();
  await expect(page.locator('dialog[open] form')).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.locator('dialog[open] .dialog-buttons button[type=submit]').click();
}

/** Opens the applicant's page; gives the card of the result. */
async function follow(page: Page, { code, secret }: Sent, prefix = '') {
  await page.request.post('/api/tracking', { data: { code, secret } });
  await page.goto(`${prefix}/tra-cuu/${code}/`);
  return page.locator('section[aria-labelledby=result]');
}

async function downloadResult(page: Page, sent: Sent): Promise<Buffer> {
  const card = await follow(page, sent);
  await expect(card).toContainText('Còn hiệu lực');
  await expectAccessible(page);
  const coming = page.waitForEvent('download');
  await card.getByRole('link', { name: /^Tải kết quả/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toContain(sent.code);
  return readFileSync(await download.path());
}

async function checkFile(page: Page, buffer: Buffer, name = 'ket-qua.pdf'): Promise<void> {
  await page.locator('#verify-file').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await expect(page.locator('.verify-answer')).toContainText(`Tệp đã kiểm tra: ${name}`);
}

const answer = (page: Page) => page.locator('#verify-answer');

test('a result is recorded, signed, downloaded, checked by number and file, then revoked',
  async ({ page }) => {
  const sent = await decideOnVisa(page, 'Công ty Sông Hồng');
  await openAs(page, 'lan', dossierPath(sent.code));
  await expect(page.locator('#issued')).toContainText('Chưa ghi kết quả');
  await page.locator('#todo').getByRole('button', { name: 'Ghi kết quả', exact: true }).click();
  await expect(page.locator('dialog[open]')).toContainText('lấy số tiếp theo trong sổ');
  await page.locator('#act-outcome').check();
  await send(page);
  await expect(page.locator('#issued')).toContainText('chưa phát hành bản điện tử');
  await expectAccessible(page);

  await openAs(page, 'giamdoc', dossierPath(sent.code));
  await openIssuing(page);
  await page.locator('#issue-origin').check();
  await expect(page.getByRole('link', { name: /^Xem văn bản sẽ ký/ })).toBeVisible();
  await send(page);
  await expect(page.locator('dialog .error-summary')).toBeFocused();
  await expectAccessible(page);
  await page.locator('#issue-key').fill('đoán bừa');
  await send(page);
  await expect(page.locator('dialog .notice.late')).toContainText('sai mật khẩu');
  await expect(page.locator('#issue-key')).toHaveValue('');
  await page.locator('#issue-key').fill(PASSWORD);
  await send(page);
  await expect(page.locator('.done-notice')).toBeFocused();
  await expect(page.locator('#issued')).toContainText('Hoàng Anh Dũng');
  await expect(page.locator('#issued .badge')).toHaveText('Còn hiệu lực');
  await expectAccessible(page);

  const paper = await downloadResult(page, sent);
  await page.getByRole('link', { name: 'Kiểm tra kết quả này' }).click();
  await expect(answer(page)).toHaveText('Văn bản thật, còn hiệu lực');
  await expect(answer(page)).toBeFocused();
  await expect(page.locator('.verify-answer')).not.toContainText('Công ty Sông Hồng');
  await expectAccessible(page);
  await checkFile(page, paper);
  await expect(answer(page)).toHaveText('Văn bản thật, còn hiệu lực');
  await expect(page.locator('.verify-signature.holds')).toHaveCount(2);
  await expectAccessible(page);

  await openAs(page, 'giamdoc', dossierPath(sent.code));
  await page.locator('#todo summary').click();
  await page.locator('#todo').getByRole('button', { name: 'Thu hồi kết quả' }).click();
  await page.locator('#act-reason').fill('Cấp sai đối tượng');
  await page.locator('#act-document').fill('9/QĐ-SNgV');
  await send(page);
  await expect(page.locator('dialog .effects')).toBeVisible();
  await expectAccessible(page);
  await send(page);
  await expect(page.locator('#issued .badge')).toHaveText('Đã bị thu hồi');

  const card = await follow(page, sent);
  await expect(card).toContainText('Cấp sai đối tượng');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Kiểm tra kết quả này' }).click();
  await expect(answer(page)).toHaveText('Văn bản này đã bị thu hồi');
  await expect(page.locator('.verify-answer')).toContainText('9/QĐ-SNgV');
  await checkFile(page, paper);
  await expect(answer(page)).toHaveText('Văn bản này đã bị thu hồi');
  await expectAccessible(page);
});

test('the holder rates what has ended, once, by keyboard; the figures say how few rated',
  { tag: ONCE }, async ({ page }) => {
    const sent = await decideOnVisa(page, 'Công ty Sông Cầu');
    await actQuietly(page, 'lan', sent.code, 'record-result', GRANTED);
    await issueQuietly(page, sent.code);
    await follow(page, sent);
    const level = page.locator('section[aria-labelledby=online-level]');
    await expect(level).toContainText('Mức độ 2');
    await expect(level).toContainText('Phải đến quầy 1 lần');
    const card = page.locator('section[aria-labelledby=rating-title]');
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await expect(page.locator('.error-summary')).toBeFocused();
    await expectAccessible(page);
    await page.locator('#rating-marks-of-7').focus();
    await page.keyboard.press('Space');
    await page.locator('#rating-note').fill('<img src=x onerror=alert(1)>');
    await card.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await expect(card).toContainText('Bạn đã đánh giá lúc');
    await expect(page.locator('img[src=x]')).toHaveCount(0);
    await expectAccessible(page);
    await openAs(page, 'giamdoc', '/dieu-hanh/?period=2017-Q2');
    const rated = page.locator('section[aria-labelledby=rated-title]');
    await expect(rated).toContainText('ít đánh giá, không nêu');
    await expectAccessible(page);
  });

test('a paper is replaced: the old file says so, the number says that there was an old one',
  { tag: ONCE }, async ({ page }) => {
    const sent = await decideOnVisa(page, 'Công ty Hồng Hà');
    await actQuietly(page, 'lan', sent.code, 'record-result', GRANTED);
    await issueQuietly(page, sent.code);
    const old = await downloadResult(page, sent);
    await openAs(page, 'giamdoc', dossierPath(sent.code));
    await openIssuing(page);
    await page.locator('#issue-origin').check();
    await page.locator('#issue-key').fill(PASSWORD);
    await send(page);
    await expect(page.locator('dialog .error-summary')).toContainText('lý do');
    await page.locator('#issue-reason').fill('Sai số hộ chiếu');
    await page.locator('#issue-until').fill('30');
    await page.locator('#issue-until-month').fill('4');
    await page.locator('#issue-until-year').fill('2018');
    await send(page);
    await expect(page.locator('#issued .badge')).toHaveText(['Còn hiệu lực', 'Đã được thay thế']);
    await expect(page.locator('#issued')).toContainText('30/04/2018');
    await expectAccessible(page);
    const card = await follow(page, sent);
    await expect(card.getByRole('link', { name: /^Bản trước/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Kiểm tra kết quả này' }).click();
    await expect(page.locator('.verify-answer')).toContainText('thay cho bản trước');
    await checkFile(page, old);
    await expect(answer(page)).toHaveText('Bản này đã được thay bằng bản khác');
    await expectAccessible(page);
  });

test('the counter seals a scan; two who issue at once see each other', { tag: ONCE },
  async ({ page, browser }) => {
    const sent = await decideOnVisa(page, 'Công ty Tây Hồ');
    await actQuietly(page, 'lan', sent.code, 'record-result', GRANTED);
    const draft = await page.request.get(`/api/dossiers/${sent.code}/result-draft`);
    await openAs(page, 'lan', dossierPath(sent.code));
    await openIssuing(page);
    await page.getByLabel(/^Bản quét văn bản giấy/).check();
    await send(page);
    await expect(page.locator('dialog .error-summary')).toContainText('Chọn tệp kết quả');
    await page.locator('#issue-file').setInputFiles({ name: 'quet.pdf',
      mimeType: 'application/pdf', buffer: await draft.body() });
    const other = await browser.newPage();
    await issueQuietly(other, sent.code);
    await other.close();
    await send(page);
    await expect(page.locator('dialog .versions')).toBeVisible();
    await expectAccessible(page);
    await page.locator('#issue-reason').fill('Thay bằng bản có chữ ký tay');
    await send(page);
    await expect(page.locator('#issued .badge')).toHaveText(['Còn hiệu lực', 'Đã được thay thế']);
    await expect(page.locator('#issued')).toContainText('Bản số hoá từ bản giấy');
  });

test('what this office did not issue is told apart, in both languages', async ({ page }) => {
  const sent = await decideOnVisa(page, 'Công ty Ba Vì');
  await actQuietly(page, 'lan', sent.code, 'record-result', GRANTED);
  await issueQuietly(page, sent.code);
  const altered = await downloadResult(page, sent);
  altered[altered.indexOf('/Type')] = 0x20;
  await page.goto('/');
  await page.getByRole('link', { name: 'Kiểm tra một văn bản có thật không' }).click();
  await expect(page.locator('h1')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await expect(page.locator('.error-summary')).toBeFocused();
  await expectAccessible(page);
  await checkFile(page, altered, 'da-sua.pdf');
  await expect(answer(page)).toHaveText('Tệp này đã bị sửa sau khi ký');
  await expect(page.locator('.verify-signature.broken, .verify-signature.changed'))
    .toHaveCount(2);
  await expectAccessible(page);
  await checkFile(page, PDF, 'khac.pdf');
  await expect(answer(page)).toHaveText('Cơ quan này không phát hành tệp này');
  await expect(page.locator('.verify-answer')).toContainText('không có chữ ký số nào');
  await page.locator('#verify-file').setInputFiles({ name: 'anh.png', mimeType: 'image/png',
    buffer: PDF });
  await expect(page.locator('.verify-fault')).toContainText('không phải PDF');
  await page.goto('/en/xac-minh/?so=1%2FSNgV-LS&ma=AAAAA-AAAAA');
  await expect(answer(page)).toHaveText('No document has this number and code');
  await expect(page.locator('#verify-number')).toHaveValue('1/SNgV-LS');
  await expectAccessible(page);
});

test('who guesses at codes is told to wait', { tag: ONCE }, async ({ page }) => {
  const number = `${Date.now()}/DOAN`;
  for (let i = 0; i < 20; i++) {
    const guess = await page.request.post('/api/verifications',
      { data: { number, code: `AAAAAAAA${i}` } });
    expect(guess.status()).toBe(404);
  }
  await page.goto(`/xac-minh/?so=${encodeURIComponent(number)}&ma=AAAAAAAAAA`);
  await expect(page.locator('.notice.late')).toContainText('Hãy thử lại sau');
  await expectAccessible(page);
});
