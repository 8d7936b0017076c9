// Notices: what an applicant is told and reads on his page, how he chooses to be told, and the
// office's words as a head changes them. With the accessibility of each page and state.
import { expect, test } from '@playwright/test';
import { draftApplication, expectAccessible, ONCE, openAs, submitApplication } from './desk';

const LANGUAGES = [
  { prefix: '', read: 'Đọc thông báo', none: 'Không cần báo, tôi tự tra cứu' },
  { prefix: '/en', read: 'Read the notice', none: 'No need, I look it up myself' },
];

for (const words of LANGUAGES) {
  const language = words.prefix || 'in Vietnamese';

  test(`an applicant reads what he was told ${language}`, async ({ page }) => {
    const { code, secret } = await submitApplication(page);
    await page.request.post('/api/tracking', { data: { code, secret } });
    await page.goto(`${words.prefix}/tra-cuu/${code}/`);
    const told = page.locator('section[aria-labelledby=notices]');
    await told.getByText(words.read).click();
    await expect(told.getByText(`Đã gửi hồ sơ ${code}`)).toBeVisible();
    await expect(told.getByText('Kính gửi')).toBeVisible();
    await expectAccessible(page);
  });

  test(`an applicant chooses not to be told ${language}`, async ({ page }) => {
    const draft = (await draftApplication(page)).replace('/api/drafts/', '');
    await page.goto(`${words.prefix}/nop-ho-so/official-travel/${draft}/xem-lai/`);
    await page.getByRole('radio', { name: words.none }).check();
    await expect(page.locator('#notify-language')).toHaveCount(0);
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('radio', { name: words.none })).toBeChecked();
  });
}

// The English words of an apology: no other journey reads them.
test('a head words a template, looks at it, and brings the old words back', { tag: ONCE },
  async ({ page }) => {
  await openAs(page, 'minh', '/can-bo/thong-bao/');
  await page.locator('#template-kind').selectOption('apologised');
  await page.getByRole('radio', { name: 'Tiếng Anh' }).check();
  const subject = page.locator('#template-subject');
  await expect(subject).toHaveValue('An apology and a new date for dossier {code}');
  await subject.fill('Sorry, {applicant}');
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await expect(page.locator('#templates .notice.late')).toContainText('{promise}');
  await expectAccessible(page);
  await subject.fill('Sorry for {code}');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.locator('#templates .notice.info')).toContainText('Sorry for 000');
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await expect(page.getByText('Lời riêng của cơ quan')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Trở về lời có sẵn' }).click();
  await expect(subject).toHaveValue('An apology and a new date for dossier {code}');
});
