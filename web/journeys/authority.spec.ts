// Who decides, told in words: at the officers' page, to the applicant before he sends and after,
// and whose place somebody stood in. A substitute is named with the powers that are lent.
import { expect, test } from '@playwright/test';
import { actQuietly, draftApplication, expectAccessible, ONCE, openAs, receiveDossier,
  submitApplication } from './desk';

for (const [language, any, unchecked] of [
  ['', 'Bất kỳ', 'Chưa kiểm chứng'], ['/en', 'Any', 'Not verified']] as const) {
  test(`the page of authority speaks in words ${language || 'in Vietnamese'}`, async ({ page }) => {
    await openAs(page, 'thu', `${language}/can-bo/tham-quyen/`);
    const table = page.locator('.authority-table').first();
    await expect(table.getByText(any).first()).toBeVisible();
    const words = await page.locator('#main').innerText();
    expect(words).not.toMatch(/facts-|NOT FOUND|division-head|inviting-body|"own"/);
    expect(words).toContain(unchecked);
    await expectAccessible(page);
  });
}

test('a substitute is named with chosen powers, acts in the place of the absent, and is ended',
  { tag: ONCE }, async ({ page }) => {
    await openAs(page, 'giamdoc', '/can-bo/tham-quyen/');
    const { now } = await (await page.request.get('/api/office')).json() as { now: string };
    const [year, month, day] = now.slice(0, 10).split('-');
    await page.getByText('Đặt người thay').first().click();
    await page.locator('#substitution-absent').selectOption('giamdoc');
    const lent = page.getByRole('checkbox', { name: /^Lãnh đạo Sở/ });
    await expect(lent).toBeChecked();
    await page.getByRole('checkbox', { name: /^Xem số liệu/ }).uncheck();
    await page.locator('#substitution-substitute').selectOption('minh');
    for (const end of ['from', 'until']) {
      await page.locator(`#substitution-${end}`).fill(day ?? '');
      await page.locator(`#substitution-${end}-month`).fill(month ?? '');
      await page.locator(`#substitution-${end}-year`).fill(year ?? '');
    }
    await page.locator('#substitution-paper').fill('5/QĐ-SNgV');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Đặt người thay' }).click();
    const set = page.locator('#substitutions li').filter({ hasText: '5/QĐ-SNgV' });
    await expect(set).toContainText('Lãnh đạo Sở: duyệt, quyết định, ký');
    await expect(set).not.toContainText('Xem số liệu');

    const code = await receiveDossier(page, 'Sở Du lịch (thay mặt)');
    await actQuietly(page, 'lan', code, 'hand-over', {});
    await actQuietly(page, 'binh', code, 'propose', {});
    await actQuietly(page, 'minh', code, 'approve', {});
    await openAs(page, 'thu', `/can-bo/ho-so/${code}/`);
    await expect(page.locator('.timeline').getByText(/^Thay mặt Hoàng Anh Dũng, Giám đốc Sở/))
      .toContainText('5/QĐ-SNgV');

    await openAs(page, 'giamdoc', '/can-bo/tham-quyen/');
    await set.getByRole('button', { name: 'Kết thúc hôm nay' }).click();
    await expect(set).toHaveCount(0);
  });

test('an applicant reads who decides, by which paper and in how many days, before and after',
  async ({ page }) => {
    const draft = await draftApplication(page);
    const id = draft.split('/').at(-1) ?? '';
    await page.goto(`/nop-ho-so/official-travel/${id}/xem-lai/`);
    const promised = page.locator('.review-case');
    await expect(promised).toContainText('Ủy ban nhân dân thành phố Hà Nội');
    await expect(promised).toContainText('Thủ tục 1: Ủy ban nhân dân thành phố quyết định');
    await expect(promised).toContainText('6 ngày làm việc');
    const sent = await submitApplication(page);
    const opened = await page.request.post('/api/tracking',
      { data: { code: sent.code, secret: sent.secret } });
    expect(opened.ok(), await opened.text()).toBe(true);
    await page.goto(`/tra-cuu/${sent.code}/`);
    const card = page.locator('section[aria-labelledby="decides"]');
    await expect(card).toContainText('Ủy ban nhân dân thành phố Hà Nội');
    await expect(card).toContainText('chưa kiểm chứng');
  });
