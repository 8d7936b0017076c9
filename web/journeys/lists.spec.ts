// A form that chooses from lists: a country found by a few letters, by keyboard and by finger, an
// identity number of the wrong length, a province that no list names.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './desk';
import { EN, field, fillDate, next, VI } from './applying';

for (const words of [VI, EN]) {
  test(`countries are searched for ${words.prefix || 'in Vietnamese'}`, async ({ page }) => {
    const english = words.prefix !== '';
    await page.goto(`${words.prefix}/nop-ho-so/visa-note/`);
    await page.getByRole('button', { name: words.begin }).click();
    await field(page, 'person-name').fill('Lê Thị Mai');
    await field(page, 'person-identity').fill('12345');
    await field(page, 'person-passport').fill('B1234567');
    await field(page, 'person-phone').fill('0912345678');
    await page.getByRole('button', { name: words.next }).click();
    await expect(page.locator('.field-error')).toContainText(english ? '9 digits' : '9 chữ số');
    await field(page, 'person-identity').fill('001085012345');
    await next(page, words);
    await field(page, 'address-line').fill('3B Lê Thái Tổ');
    await field(page, 'address-district').fill('Hoàn Kiếm');
    await field(page, 'address-province').fill('Cao Bằng');
    await next(page, words);
    const country = field(page, 'trip-country');
    await country.fill('xyz');
    await expect(page.getByRole('option')).toHaveText(english ? 'Nothing matches.'
      : 'Không có mục nào khớp.');
    await country.fill(english ? 'japa' : 'nhat b');
    await expect(page.getByRole('option')).toHaveCount(1);
    await expectAccessible(page);
    await country.press('Enter');
    await expect(country).toHaveValue(english ? 'Japan' : 'Nhật Bản');
    await country.fill(english ? 'franc' : 'phap');
    await page.getByRole('option', { name: english ? 'France' : 'Pháp', exact: true }).click();
    await expect(country).toHaveValue(english ? 'France' : 'Pháp');
    await field(page, 'trip-purpose').fill('Dự hội nghị');
    await fillDate(page, 'trip-from', '10', '5', '2017');
    await field(page, 'confirmed').check();
    await next(page, words);
    await expect(page.locator('.paper-box').first()).toBeVisible();
  });
}
