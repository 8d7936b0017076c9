// The form of a step: designed in the browser, filled in with the act that ends the step, and asked
// by the way behind it; a case the rules settle, and a timer, seen on the dossier's page.
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { actQuietly, expectAccessible, ONCE, openAs, signInQuietly } from './desk';

async function receive(page: Page, answers: object): Promise<string> {
  const csrf = await signInQuietly(page, 'lan');
  const answer = await page.request.post('/api/counter/dossiers', {
    headers: { 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID() },
    data: { procedure: 'record-confirmation', case: 'standard', outcome: 'received', answers,
      applicant: { kind: 'person', name: 'Nguyễn Văn An', phone: '02438250000' },
      papers: [{ paper: 'request', originals: 1, copies: 0 }] },
  });
  expect(answer.status()).toBe(201);
  const { code } = await answer.json() as { code: string };
  await actQuietly(page, 'lan', code, 'hand-over', {});
  return code;
}

test('the rules settle the simple case; the officer fills in the step of the other',
  async ({ page }) => {
    const simple = await receive(page, { record: { number: '12', year: 2016 }, copies: 1 });
    await page.goto(`/can-bo/ho-so/${simple}/`);
    await expect(page.locator('.timeline')).toContainText('"by the register"');

    const code = await receive(page, { record: { number: '7', year: 2009 }, copies: 1 });
    await openAs(page, 'binh', `/can-bo/ho-so/${code}/`);
    await expect(page.locator('.timeline')).toContainText('Quá nửa ngày chưa xong');
    await page.locator('#todo').getByRole('button', { name: 'Trình lãnh đạo' }).click();
    const dialog = page.locator('dialog[open]');
    await expect(dialog.getByText('Có trong hồ sơ lưu')).toBeVisible();
    const shown = dialog.getByRole('region', { name: 'Nội dung đơn' });
    await expect(shown.locator('dt')).toHaveText(
      ['Số văn bản kết quả', 'Năm cấp', 'Số bản cần xác nhận']);
    await expect(shown.locator('dd')).toHaveText(['7', '2009', '1']);
    await expectAccessible(page);
    await dialog.getByLabel('Số tờ (không bắt buộc)').fill('0');
    await dialog.locator('.dialog-buttons button[type=submit]').click();
    await expect(dialog.locator('.error-summary li')).toHaveCount(3);
    await expect(dialog.locator('#field-in_archive'), 'the first wrong one').toBeFocused();
    await expect(dialog.locator('#field-in_archive-error'))
      .toContainText('Trả lời có hay không');
    await expect(dialog.locator('#field-searched_in-error'))
      .toContainText('Chọn nơi đã tra cứu');
    await expectAccessible(page);
    await dialog.locator('.error-summary').getByText('Chọn nơi đã tra cứu').click();
    await expect(dialog.locator('#field-searched_in')).toBeFocused();
    await expect(dialog.getByText('Kho cũ'), 'a place no longer in use').toHaveCount(0);
    await dialog.getByLabel('Tủ hồ sơ của phòng').check();
    await dialog.getByLabel('Có', { exact: true }).check();
    await dialog.getByLabel('Số tờ (không bắt buộc)').fill('12');
    await dialog.getByLabel('Vị trí lưu (không bắt buộc)').fill('Kho A4');
    await dialog.locator('.dialog-buttons button[type=submit]').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('.timeline')).toContainText('Vị trí lưu (không bắt buộc): Kho A4');
    await expect(page.locator('.timeline')).toContainText('Nơi đã tra cứu: Tủ hồ sơ của phòng');
    await expect(page.locator('.timeline .now')).toContainText('Trưởng phòng duyệt');
    await expectAccessible(page);
  });

test('a step is given a form, and the draft is walked with it', { tag: ONCE }, async ({ page }) => {
  const csrf = await signInQuietly(page, 'thu');
  const made = await page.request.post('/api/design/drafts', { headers: { 'X-CSRF-Token': csrf },
    data: { kind: 'procedure', subject: 'record-confirmation', base: 1, title: 'Biểu mẫu bước' } });
  expect(made.status()).toBe(201);
  const draft = await made.json() as { id: string };
  await openAs(page, 'thu', `/thiet-ke/ban-thao/${draft.id}/bieu-mau/`);
  await page.locator('#form-of').selectOption('head');
  await page.getByRole('button', { name: 'Thêm biểu mẫu cho bước' }).click();
  await expect(page.getByRole('heading', { name: 'Câu hỏi' })).toBeVisible();
  await expect(page.locator('.save-line')).toHaveClass(/ saved$/);
  await expectAccessible(page);
  const { files } = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
    files: Record<string, string> };
  expect(Object.keys(files)).toContain('task.head.schema.json');
  await page.getByRole('button', { name: 'Bỏ biểu mẫu của bước' }).click();
  await expect(page.getByRole('button', { name: 'Thêm biểu mẫu cho bước' })).toBeVisible();
  await expect(page.locator('.save-line')).toHaveClass(/ saved$/);

  await page.locator('#form-of').selectOption('head');
  await page.locator('summary', { hasText: 'Nội dung đơn hiện cho người làm bước này' }).click();
  await page.getByLabel('Năm cấp').check();
  await page.getByLabel('Họ và tên').check();
  await expect(page.locator('.save-line')).toHaveClass(/ saved$/);
  await expectAccessible(page);
  await page.getByLabel('Năm cấp').uncheck();
  await expect(page.locator('.save-line')).toHaveClass(/ saved$/);
  const after = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
    files: Record<string, string> };
  expect(JSON.parse(after.files['task.head.ui.json'] ?? '')).toEqual({ shows: ['/person/name'] });

  await page.goto(`/thiet-ke/ban-thao/${draft.id}/thu/`);
  await page.getByRole('button', { name: 'Bắt đầu đi' }).click();
  await page.getByRole('button', { name: /^Kết thúc bước.*Tiếp nhận/ }).click();
  await expect(page.getByText('Có trong hồ sơ lưu')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cho đến giờ/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Cho đến giờ/ }).click();
  await expect(page.locator('.walk-open')).toHaveCount(1);
  await expect(page.locator('.walk-open')).toContainText('Trưởng phòng trực tiếp giải quyết');
});
