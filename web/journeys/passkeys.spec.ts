// Passkeys with Chromium's own virtual authenticator, for a citizen and for an officer; and the
// pages of a forgotten password. On "localhost": browsers know no passkey by a number.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, ONCE, PASSWORD } from './desk';
import { HOLDER_PASSWORD, register } from './holder';
import { letterTo } from './mail';

test.use({ baseURL: (process.env.MOTCUA_URL ?? 'http://127.0.0.1:8080')
  .replace('127.0.0.1', 'localhost') });

async function addAuthenticator(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  } });
  return { verify: (isUserVerified: boolean) =>
    cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) };
}

async function addPasskey(page: Page, name: string, password: string) {
  await page.getByRole('button', { name: 'Thêm khoá truy cập' }).click();
  await page.locator('#passkey-name').fill(name);
  await page.locator('#passkey-password').fill(password);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Đã thêm khoá truy cập.')).toBeVisible();
}

test('a citizen adds a passkey, signs in with it, renames and removes it', async ({ page }) => {
  await register(page, 'Trần Thị Mai');
  const authenticator = await addAuthenticator(page);
  await page.goto('/tai-khoan/bao-mat/');
  await addPasskey(page, 'Điện thoại của tôi', HOLDER_PASSWORD);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await expect(page.locator('#home-q')).toBeVisible();
  await page.goto('/dang-nhap/');
  const enter = page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' });
  await authenticator.verify(false);
  await enter.click();
  await expect(page.getByText('Chưa xong')).toBeVisible();
  await expectAccessible(page);
  await authenticator.verify(true);
  await enter.click();
  await expect(page).toHaveURL(/\/tai-khoan\/$/);
  await expect(page.locator('main').getByText('Trần Thị Mai').first()).toBeVisible();

  await page.goto('/tai-khoan/bao-mat/');
  await expect(page.locator('.passkey-lines li')).toContainText('Dùng gần nhất');
  await page.getByRole('button', { name: /^Đổi tên/ }).click();
  await page.locator('#passkey-name-name').fill('Máy cũ');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.passkey-lines li')).toContainText('Máy cũ');
  await page.getByRole('button', { name: /^Xoá/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click();
  await expect(page.getByText('Chưa có khoá truy cập nào.')).toBeVisible();
});

test(`an officer signs in with a passkey ${ONCE}`, async ({ page }) => {
  await addAuthenticator(page);
  await page.goto('/can-bo/');
  await page.locator('#username').fill('thu');
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  await expect(page.locator('.list, .work').first()).toBeVisible();
  await page.goto('/can-bo/bao-mat/');
  await addPasskey(page, 'Máy tính ở cơ quan', PASSWORD);
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto('/can-bo/');
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click();
  await expect(page.locator('.shell')).toBeVisible();
  await page.goto('/can-bo/bao-mat/');
  await expect(page.locator('.passkey-lines li').last()).toContainText('Dùng gần nhất');
});

test('a forgotten password is set anew by the letter that comes', async ({ page }) => {
  const { email } = await register(page, 'Vũ Thị Mai');
  await page.context().clearCookies();
  await page.goto('/dang-nhap/');
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await page.getByRole('button', { name: 'Gửi liên kết' }).click();
  await expect(page.locator('#forgotten-email-error')).toBeVisible();
  await page.locator('#forgotten-email').fill(email);
  await page.getByRole('button', { name: 'Gửi liên kết' }).click();
  await expect(page.getByText(email)).toBeVisible();
  await expectAccessible(page);
  const { text } = await letterTo(email, /mật khẩu/);
  await page.goto(/https?:\S+\/dat-lai-mat-khau\/#\S+/.exec(text)?.[0] ?? '');
  await page.locator('#reset-password').fill('bon tu hoan toan khac');
  await page.getByRole('button', { name: 'Đặt mật khẩu mới' }).click();
  await expect(page.locator('#reset-password')).toHaveCount(0);
  const entered = await page.request.post('/api/account/session',
    { data: { email, password: 'bon tu hoan toan khac' } });
  expect(entered.status(), await entered.text()).toBe(200);
});

test('links that do not work any more', async ({ page }) => {
  await page.goto('/dat-lai-mat-khau/#' + 'x'.repeat(62));
  await page.locator('#reset-password').fill('bon tu hoan toan khac');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đặt mật khẩu mới' }).click();
  await expect(page.getByText('Liên kết này không dùng được nữa')).toBeVisible();
  await expect(page).toHaveURL(/\/dat-lai-mat-khau\/$/);
  await expectAccessible(page);

  await page.goto('/tai-khoan/xac-nhan/#' + 'x'.repeat(62));
  await page.getByRole('button', { name: 'Xác nhận địa chỉ' }).click();
  await expect(page.getByText('Liên kết này không dùng được nữa')).toBeVisible();
  await expectAccessible(page);
});
