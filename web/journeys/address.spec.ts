// An address in three levels: the province narrows the districts, the district the communes; any
// name that is not in the list is kept; the same at the counter.
import { expect, test } from '@playwright/test';
import { expectAccessible, openAs } from './desk';

const PATH = 'field-person-address';

for (const prefix of ['', '/en']) {
  test(`an address is chosen level by level, by keyboard, and kept (${prefix || '/vi'})`,
    async ({ page }) => {
      await page.goto(`${prefix}/nop-ho-so/consular-certification/`);
      await page.getByRole('button', { name: /^(Bắt đầu|Làm hồ sơ mới|Begin|A new)/ }).click();
      const place = (level: string) => page.locator(`#${PATH}-${level}`);
      await expect(place('province')).toHaveRole('combobox');
      await place('province').focus();
      await page.keyboard.type('ha noi');
      await expect(page.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('Enter');
      await expect(place('province')).toHaveValue('Thành phố Hà Nội');
      await page.keyboard.press('Tab');
      await page.keyboard.type('dinh');
      await expect(page.getByRole('option', { name: 'Quận Ba Đình' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('phuc xa');
      await expect(page.getByRole('option')).toHaveText('Phường Phúc Xá');
      await page.keyboard.press('Enter');
      await place('street').fill('7 An Xá');
      await expect(place('commune')).toHaveValue('Phường Phúc Xá');

      await place('district').fill('Huyện không có trong danh sách');
      await page.keyboard.press('Tab');
      await expect(place('district')).toHaveValue('Huyện không có trong danh sách');
      await expect(place('commune')).toHaveValue('');
      await expect(place('street')).toHaveValue('7 An Xá');
      await place('commune').fill('Xã Mới');
      await page.keyboard.press('Tab');
      await expectAccessible(page);

      await page.locator('#field-person-name').fill('Lê Thị Lan');
      await page.locator('#field-person-identity').fill('001085012345');
      await page.locator('#field-person-phone').fill('0912345678');
      await page.getByRole('button', { name: /^(Lưu và tiếp tục|Save and continue)/ }).click();
      await expect(page.locator('#field-papers-about')).toBeVisible();
      await page.goBack();
      await expect(place('district')).toHaveValue('Huyện không có trong danh sách');
      await expect(place('province')).toHaveValue('Thành phố Hà Nội');
    });
}

test('the counter asks for the same address', async ({ page }) => {
  await openAs(page, 'lan', '/can-bo/tiep-nhan/');
  await expect(page.locator('#counter-procedure')).toBeFocused();
  await page.keyboard.type('chung nhan lanh su');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.counter-papers')).toContainText('20 MB');
  await page.locator('details:has(h2.in-summary) > summary').click();
  const place = (level: string) => page.locator(`#${PATH}-${level}`);
  await place('province').fill('bac ninh');
  await expect(page.getByRole('option')).toHaveText('Tỉnh Bắc Ninh');
  await page.keyboard.press('Enter');
  await expect(place('province')).toHaveValue('Tỉnh Bắc Ninh');
  await place('district').fill('tu son');
  await expect(page.getByRole('option')).toHaveText(/Từ Sơn/);
  await page.keyboard.press('Enter');
  await expect(place('district')).toHaveValue(/Từ Sơn/);
  await expectAccessible(page);
});
