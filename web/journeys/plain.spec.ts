// Without scripts: a clear sentence, readable procedure pages, and tracking by the two codes.
import { expect, test, type Browser, type Page } from '@playwright/test';
import {
  actQuietly, decideOnVisa, expectAccessible, issueQuietly, ONCE, submitApplication,
} from './desk';

async function withoutScripts(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
}

test('without scripts the home page leads to the plain pages',
  { tag: ONCE }, async ({ browser, baseURL }) => {
  const page = await withoutScripts(browser, baseURL);
  await page.goto('/');
  await expect(page.locator('h1')).toContainText('không chạy JavaScript');
  await page.getByRole('link', { name: 'bản đơn giản' }).click();
  await page.getByRole('link', { name: /^Xuất cảnh để thực hiện công tác/ }).click();
  await expect(page.locator('h1')).toContainText('Xuất cảnh');
  await expect(page.locator('main')).toContainText('Công văn cử cán bộ');
  await expect(page.locator('main')).toContainText('6 ngày làm việc');
  await expect(page.locator('main')).toContainText('Ủy ban nhân dân thành phố');
  await page.goto('/ban-don-gian/thu-tuc/private-travel/');
  await expect(page.locator('main')).toContainText('chưa kiểm chứng');
  await page.context().close();
});

test('without scripts a dossier is found by its two codes alone',
  { tag: ONCE }, async ({ page: sender, browser, baseURL }) => {
    const { code, secret } = await submitApplication(sender);
    const page = await withoutScripts(browser, baseURL);
    await page.goto('/ban-don-gian/');
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByLabel('Mã tra cứu').fill('AAAA-AAAA-AAAA');
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await expect(page.locator('h1')).toContainText('Không có hồ sơ nào với mã');
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByLabel('Mã tra cứu').fill(secret);
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await expect(page.locator('h1')).toContainText(code);
    expect(page.url()).not.toContain(secret);
    await expect(page.locator('main')).toContainText('Bộ phận Tiếp nhận');
    await expect(page.locator('table').first()).toContainText('Ngày làm việc thứ 6 trên 6');
    await page.context().close();
  });

test('without scripts a result is downloaded, and a paper checked by its number and code',
  { tag: ONCE }, async ({ page: office, browser, baseURL }) => {
    const { code, secret } = await decideOnVisa(office, 'Công ty Ba Đình');
    await actQuietly(office, 'lan', code, 'record-result', { outcome: 'granted' });
    await issueQuietly(office, code);
    const page = await withoutScripts(browser, baseURL);
    await page.goto('/ban-don-gian/');
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByLabel('Mã tra cứu').fill(secret);
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    const paper = page.getByRole('link', { name: /^Tải văn bản/ });
    await expect(paper).toBeVisible();
    const file = await page.request.get((await paper.getAttribute('href')) ?? '');
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const facts = await page.locator('dl').nth(1).locator('dd').allTextContents();
    await page.goto(`/ban-don-gian/xac-minh/?so=${encodeURIComponent(facts[0] ?? '')}`);
    await page.getByLabel('Mã kiểm tra').fill('AAAAAAAAAA');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page.getByLabel('Số văn bản')).toHaveValue(facts[0] ?? '');
    await page.getByLabel('Mã kiểm tra').fill(facts[2] ?? '');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page.locator('main')).toContainText('Văn bản thật, còn hiệu lực');
    await expect(page.locator('main')).toContainText('Hoàng Anh Dũng');
    await page.context().close();
  });

test('the plain pages are accessible in both languages', async ({ page }) => {
  for (const path of ['/ban-don-gian/', '/ban-don-gian/?lang=en',
    '/ban-don-gian/thu-tuc/official-travel/',
    '/ban-don-gian/thu-tuc/international-conference/?lang=en',
    '/ban-don-gian/so-lieu/', '/ban-don-gian/so-lieu/?lang=en', '/ban-don-gian/chon/?lang=en',
    '/ban-don-gian/xac-minh/?so=1%2FSNgV-LS', '/ban-don-gian/xac-minh/?lang=en',
    '/ban-don-gian/thu-tuc/khong-co/']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', /lang=en/.test(path) ? 'en' : 'vi');
    await expectAccessible(page);
  }
});
