// News and guidance: written, published, corrected by an editor; a reply that is shown once it was
// read. With the accessibility of each page and state.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectAccessible, openAs, signInQuietly } from './desk';

test('an article is written, published, corrected, and withdrawn again', async ({ page }) => {
  const title = `Thử nghiệm ${randomUUID().slice(0, 6)}`;
  await openAs(page, 'thu', '/can-bo/tin-tuc/');
  await expect(page.locator('h1')).toHaveText('Tin tức và ý kiến');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Viết bài mới' }).click();
  await expect(page.locator('h1')).toHaveText('Viết bài mới');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.locator('.error-summary')).toBeFocused();
  await expectAccessible(page);
  await page.locator('#article-title_vi').fill(title);
  await page.locator('#article-body_vi').fill(
    'Đoạn đầu, xem [thủ tục](/thu-tuc/).\n\n## Giấy tờ\n- đơn\n- <b>ảnh</b>');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.locator('#preview li')).toHaveText(['đơn', '<b>ảnh</b>']);
  await page.getByRole('button', { name: 'Đăng bài' }).click();
  await expect(page.locator('.notice.late')).toContainText('cả hai thứ tiếng');
  await page.locator('#article-title_en').fill('A trial');
  await page.locator('#article-body_en').fill('A paragraph.');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.locator('.notice.done')).toHaveText('Đã ghi.');
  await page.getByRole('button', { name: 'Đăng bài' }).click();
  await expect(page.locator('.notice.done')).toHaveText('Đã đăng bài.');
  await expectAccessible(page);

  await page.locator('#article-body_en').fill('Another paragraph.');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.locator('.error-summary')).toContainText('phải ghi rõ sửa gì');
  await page.locator('#article-correction_vi').fill('Bản tiếng Anh');
  await page.locator('#article-correction_en').fill('The English text');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.locator('.notice.done')).toHaveText('Đã ghi.');

  const editing = page.url();
  await page.getByRole('link', { name: 'Xem bài trên cổng' }).click();
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.locator('.notice.info')).toContainText('Bản tiếng Anh');
  await expect(page.locator('.blocks h2')).toHaveText('Giấy tờ');
  await expect(page.locator('.blocks a')).toHaveAttribute('href', '/thu-tuc/');
  await expectAccessible(page);
  await page.goto(editing);
  await page.getByRole('button', { name: 'Gỡ bài' }).click();
  await expect(page.locator('.notice.done')).toContainText('Đã gỡ bài');
  await page.goto(editing.replace('/can-bo', ''));
  await expect(page.locator('h1')).toContainText('Không tìm thấy');
});

test('a reply is shown with the answer once an editor has read it, a refused one never',
  async ({ page }) => {
  const mark = randomUUID().slice(0, 8);
  await page.goto('/tin-tuc/');
  await expect(page.locator('h1')).toHaveText('Tin tức và hướng dẫn');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Hướng dẫn', exact: true }).click();
  await page.getByRole('link', { name: 'Xin phép sử dụng thẻ ABTC qua mạng' }).click();
  await expect(page.locator('h1')).toHaveText('Xin phép sử dụng thẻ ABTC qua mạng');
  const article = page.url();
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await expect(page.locator('.error-summary li')).toHaveCount(3);
  await expectAccessible(page);
  await page.locator('#reply-name').fill('Trần Bình');
  await page.locator('#reply-email').fill(`${mark}@example.org`);
  await page.locator('#reply-text').fill(`Câu hỏi ${mark} <script>alert(1)</script>`);
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await expect(page.locator('.notice.done')).toContainText('Đã nhận ý kiến');
  await expectAccessible(page);
  const second = await page.request.post(
    `/api/articles/${new URL(article).pathname.split('/')[2]}/replies`,
    { data: { name: 'Quảng cáo', email: `${mark}@example.org`, text: `Bán hàng ${mark}` } });
  expect(second.status(), await second.text()).toBe(202);

  await signInQuietly(page, 'minh');
  await page.goto('/can-bo/tin-tuc/');
  const waiting = page.locator('#waiting li', { hasText: `Câu hỏi ${mark}` });
  await waiting.getByRole('button', { name: /^Đăng/ }).click();
  await waiting.locator('textarea').fill(`Trả lời ${mark}`);
  await expectAccessible(page);
  await waiting.getByRole('button', { name: 'Đăng', exact: true }).click();
  await expect(page.locator('#waiting .notice.done')).toContainText('Trần Bình');
  const other = page.locator('#waiting li', { hasText: `Bán hàng ${mark}` });
  await other.getByRole('button', { name: /^Không đăng/ }).click();
  await other.getByRole('button', { name: 'Không đăng', exact: true }).click();
  await expect(other.locator('.error-summary')).toBeFocused();
  await other.locator('textarea').fill('Quảng cáo');
  await other.getByRole('button', { name: 'Không đăng', exact: true }).click();
  await expect(other).toHaveCount(0);

  await page.goto(article);
  const shown = page.locator('.news-reply', { hasText: mark });
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText(`Câu hỏi ${mark} <script>alert(1)</script>`);
  await expect(shown.locator('.news-answer')).toContainText(`Trả lời ${mark}`);
  await expectAccessible(page);
  await page.goto(article.replace('/tin-tuc/', '/en/tin-tuc/'));
  await expect(page.locator('h1')).toHaveText('Applying for the APEC card on-line');
  await expectAccessible(page);
});

test('an officer who edits nothing is told for whom the page is', async ({ page }) => {
  await signInQuietly(page, 'binh');
  await page.goto('/can-bo/tin-tuc/');
  await expect(page.getByRole('heading', { level: 1, name: /Chỉ trưởng phòng và lãnh đạo/ }))
    .toBeVisible();
  await expect(page.getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
  await expectAccessible(page);
});
