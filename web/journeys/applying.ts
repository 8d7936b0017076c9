// Filling in an application for official travel, page by page, as a person does.
import { expect, type Page } from '@playwright/test';
import { PDF } from './desk';

export interface Words { prefix: string; next: RegExp; begin: RegExp; send: RegExp; follow: RegExp }
export const VI: Words = { prefix: '', next: /^Lưu và tiếp tục/, begin: /^(Bắt đầu|Làm hồ sơ mới)/,
  send: /^Gửi hồ sơ/, follow: /^Theo dõi hồ sơ/ };
export const EN: Words = { prefix: '/en', next: /^Save and continue/, begin: /^(Begin|A new)/,
  send: /^Send application/, follow: /^Track the application/ };

export const field = (page: Page, path: string) => page.locator(`#field-${path}`);

export async function fillDate(page: Page, path: string, day: string, month: string, year: string) {
  await field(page, path).fill(day);
  await field(page, `${path}-month`).fill(month);
  await field(page, `${path}-year`).fill(year);
}

export async function next(page: Page, words: Words) {
  const before = page.url();
  await page.getByRole('button', { name: words.next }).click();
  await expect(page).not.toHaveURL(before);
}

export async function begin(page: Page, words: Words) {
  await page.goto(`${words.prefix}/nop-ho-so/official-travel/`);
  await page.getByRole('button', { name: words.begin }).click();
  await expect(field(page, 'unit-name')).toBeVisible();
}

export async function fillUnitAndContact(page: Page, words: Words) {
  await field(page, 'unit-name').fill('Sở Du lịch Hà Nội');
  await field(page, 'unit-address').fill('3B Lê Thái Tổ, Hoàn Kiếm');
  await field(page, 'unit-letter_number').fill('125/SDL-VP');
  await fillDate(page, 'unit-letter_date', '10', '4', '2017');
  await next(page, words);
  await field(page, 'contact-name').fill('Trần Thị Mai');
  await field(page, 'contact-phone').fill('0912345678');
  await field(page, 'contact-email').fill('mai@dulich.vn');
  await next(page, words);
}

export async function fillTripAndPeople(page: Page, words: Words) {
  await field(page, 'trip-purpose').fill('Dự hội chợ du lịch');
  const country = field(page, 'trip-countries-0-name');
  await country.fill(words === EN ? 'japa' : 'nhat b');
  await expect(page.getByRole('option')).toHaveCount(1);
  await country.press('Enter');
  await field(page, 'trip-inviting_body').fill('JATA');
  await fillDate(page, 'trip-from', '10', '5', '2017');
  await fillDate(page, 'trip-to', '15', '5', '2017');
  await field(page, 'trip-days').fill('6');
  await field(page, 'trip-funding').check();
  await next(page, words);
  await field(page, 'leader-name').fill('Nguyễn Văn An');
  await field(page, 'leader-post').fill('Phó Giám đốc');
  await field(page, 'leader-rank_group').selectOption('division-head');
  await field(page, 'leader-party_managed-1').check();
  await next(page, words);
  await field(page, 'key_leaders').fill('0');
  await next(page, words);
  await field(page, 'confirmed').check();
  await next(page, words);
}

export async function addPapers(page: Page, words: Words) {
  await expect(page.locator('.paper-box').first()).toBeVisible();
  for (const box of await page.locator('.paper-box').all()) {
    await box.locator('input[type=file]')
      .setInputFiles({ name: 'van-ban.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(box.locator('.badge.done')).toHaveCount(1);
  }
  await next(page, words);
}
