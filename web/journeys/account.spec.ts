// Accounts of those who apply, and officers' second factor: from registering to a mandate revoked,
// with the accessibility of each page and state.
import { expect, test, type Page } from '@playwright/test';
import { addPapers, field, fillDate, fillTripAndPeople, next, VI } from './applying';
import { expectAccessible, ONCE, PASSWORD, submitApplication } from './desk';
import {
  authenticatorCode, enterOrganisation, HOLDER_PASSWORD, newEmail, register, setUpFactor,
} from './holder';

const COMPANY = 'Công ty Cổ phần Sông Hồng';
const summary = (page: Page) => page.getByRole('group', { name: /chỗ cần sửa|problem/ });

async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
}

/** Signs out by the button of the account's pages. */
async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await expect(page.locator('#home-q')).toBeVisible();
}

async function signIn(page: Page, email: string) {
  await page.locator('#sign-in-email').fill(email);
  await page.locator('#sign-in-password').fill(HOLDER_PASSWORD);
  await page.locator('#sign-in-password').press('Enter');
}

test('register: what is wrong is said at the field, then one is back where one came from',
  async ({ page }) => {
    await open(page, '/nop-ho-so/abtc/');
    await page.locator('main').getByRole('link', { name: 'Đăng nhập' }).click();
    await expect(page.getByText('Bạn không cần tài khoản')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Tạo tài khoản' }).click();
    const send = page.locator('main form').getByRole('button', { name: 'Tạo tài khoản' });
    await send.click();
    await expect(summary(page)).toBeFocused();
    await summary(page).getByRole('link', { name: 'Nhập mật khẩu' }).click();
    await expect(page.locator('#register-password')).toBeFocused();
    await expectAccessible(page);
    await page.locator('#register-name').fill('Trần Thị Mai');
    await page.locator('#register-email').fill('mai@nha');
    await page.locator('#register-password').fill('ngắn');
    await send.click();
    await expect(page.locator('#register-email-error')).toBeVisible();
    await page.locator('#register-email').fill(newEmail('mai'));
    await send.click();
    await expect(page.locator('#register-password-error')).toContainText('10');
    await expectAccessible(page);
    await page.locator('#register-password').fill(HOLDER_PASSWORD);
    await page.getByRole('button', { name: /^Hiện/ }).click();
    await expect(page.locator('#register-password')).toHaveAttribute('type', 'text');
    await page.locator('#register-password').press('Enter');
    await expect(page).toHaveURL(/\/nop-ho-so\/abtc\/$/);
    await expect(page.getByRole('button', { name: /^Bắt đầu/ })).toBeVisible();
  });

test('a company\'s application is filled in from the account and followed in it',
  async ({ page }) => {
    await register(page, 'Trần Thị Mai');
    await open(page, '/tai-khoan/');
    await expect(page.getByText('Bạn chưa nộp hồ sơ nào')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Thông tin' }).click();
    await page.locator('#details-name').fill('');
    await page.locator('#details-phone').fill('0912345678');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(summary(page)).toBeFocused();
    await page.locator('#details-name').fill('Trần Thị Mai');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByText('Đã lưu.')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Uỷ quyền' }).click();
    await page.getByRole('link', { name: 'Thêm tổ chức' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(summary(page)).toBeFocused();
    await expectAccessible(page);
    await page.locator('#organisation-name').fill(COMPANY);
    await page.locator('#field-address_parts-province').fill('Thành phố Hà Nội');
    await page.keyboard.press('Tab');
    await page.locator('#field-address_parts-street').fill('1 Tràng Tiền');
    await page.locator('#organisation-phone').fill('0243123456');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.locator('.mandate-facts')).toHaveCount(1);
    await expectAccessible(page);

    await open(page, '/nop-ho-so/official-travel/');
    await page.getByRole('button', { name: VI.begin }).click();
    await expect(summary(page)).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('radio', { name: COMPANY }).check();
    await page.getByRole('button', { name: VI.begin }).click();
    await expect(field(page, 'unit-name')).toHaveValue(COMPANY);
    await expect(page.locator('#field-unit-name-note')).toHaveText('Đã điền từ tài khoản');
    await expect(page.locator('.apply-facts')).toContainText(COMPANY);
    await expectAccessible(page);
    await field(page, 'unit-address').fill('3B Lê Thái Tổ, Hoàn Kiếm');
    await expect(page.locator('#field-unit-address-note')).toHaveCount(0);
    await field(page, 'unit-letter_number').fill('125/SDL-VP');
    await fillDate(page, 'unit-letter_date', '10', '4', '2017');
    await next(page, VI);
    await expect(field(page, 'contact-phone')).toHaveValue('0243123456');
    await field(page, 'contact-name').fill('Trần Thị Mai');
    await field(page, 'contact-email').fill('mai@songhong.vn');
    await next(page, VI);

    await open(page, '/tai-khoan/');
    await page.getByRole('link', { name: /^Làm tiếp/ }).click();
    await expect(field(page, 'contact-name')).toHaveValue('Trần Thị Mai');
    await next(page, VI);
    await fillTripAndPeople(page, VI);
    await addPapers(page, VI);
    await page.getByRole('button', { name: VI.send }).click();
    const code = await page.locator('.codes .code').first().innerText();

    await open(page, '/tai-khoan/');
    const line = page.locator('.account-lines li').filter({ hasText: code });
    await expect(line).toContainText(`Người nộp: ${COMPANY}`);
    await expect(line).toContainText('Hẹn trả');
    await expect(page.getByText('Không có hồ sơ nào đang làm dở trong tài khoản.')).toBeVisible();
    await expectAccessible(page);
    await line.getByRole('link').click();
    await expect(page.locator('.tracking-facts .code')).toHaveText(code);
  });

test('two-step sign-in: set up, asked for, moved to another phone, taken away again',
  async ({ page }) => {
    const { email } = await register(page, 'Trần Thị Mai');
    await open(page, '/tai-khoan/bao-mat/');
    await expect(page.locator('.session-lines li')).toHaveCount(1);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
    await page.locator('#factor-code').fill('000000');
    await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
    await expect(page.locator('#factor-code-error')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Để sau' }).click();
    const { secret, spare } = await setUpFactor(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    await expect(page.getByText('Còn 10 mã dự phòng.')).toBeVisible();

    await signOut(page);
    await open(page, '/dang-nhap/');
    await signIn(page, email);
    await expect(page.locator('#sign-in-code')).toBeFocused();
    await expectAccessible(page);
    await page.locator('#sign-in-code').fill('000000');
    await page.keyboard.press('Enter');
    await expect(page.locator('#sign-in-code-error')).toBeVisible();
    await page.locator('#sign-in-code').fill(authenticatorCode(secret, 1));
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toHaveText('Hồ sơ của tôi');

    await page.getByRole('link', { name: 'Bảo mật' }).click();
    const moved = await setUpFactor(page, spare[1]);
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    await page.getByRole('button', { name: 'Tắt xác thực hai lớp' }).click();
    await expectAccessible(page);
    await page.locator('#remove-factor-code').fill(moved.spare[0] ?? '');
    await page.getByRole('button', { name: 'Tắt', exact: true }).click();
    await expect(page.getByText('Xác thực hai lớp chưa bật.')).toBeVisible();
  });

test('a new password and signing out everywhere else end the other sessions', { tag: ONCE },
  async ({ page, browser }) => {
    const { email } = await register(page, 'Trần Thị Mai');
    const elsewhere = await (await browser.newContext()).newPage();
    await open(elsewhere, '/dang-nhap/?tro-ve=/tai-khoan/bao-mat/');
    await signIn(elsewhere, email);
    await expect(elsewhere.locator('.session-lines li')).toHaveCount(2);
    await open(page, '/tai-khoan/bao-mat/');
    await page.getByRole('button', { name: 'Đăng xuất khỏi mọi nơi khác' }).click();
    await expect(page.locator('.session-lines li')).toHaveCount(1);
    await elsewhere.reload();
    await expect(elsewhere.locator('#sign-in-email')).toBeVisible();

    await page.locator('#password-old').fill('không phải mật khẩu');
    await page.locator('#password-new').fill('bốn từ hoàn toàn khác');
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await expect(page.locator('#password-old-error')).toBeVisible();
    await page.locator('#password-old').fill(HOLDER_PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await expect(page.getByText('Đã đổi mật khẩu.')).toBeVisible();
    await signIn(elsewhere, email);
    await expect(elsewhere.locator('#sign-in-email-error')).toBeVisible();
    await elsewhere.context().close();
  });

test('a mandate lets another follow; revoking it ends that', async ({ page, browser }) => {
  const mai = await register(page, 'Trần Thị Mai');
  const company = await enterOrganisation(page, mai, COMPANY);
  const { code } = await submitApplication(page, company);
  const other = await (await browser.newContext()).newPage();
  const minh = await register(other, 'Lê Quang Minh');
  await open(other, `/tra-cuu/${code}/`);
  await expect(other.locator('#track-secret')).toBeVisible();

  await open(page, '/tai-khoan/uy-quyen/cho/');
  await page.getByRole('radio', { name: COMPANY }).check();
  await page.locator('#give-representative').fill('khong-co@example.org');
  await page.getByRole('radio', { name: 'Chỉ những thủ tục tôi chọn' }).check();
  const give = page.getByRole('button', { name: 'Uỷ quyền', exact: true });
  await give.click();
  await expect(page.locator('#give-procedures-error')).toBeVisible();
  await page.getByRole('checkbox').first().check();
  await give.click();
  await expect(page.locator('#give-representative-error')).toBeVisible();
  await expectAccessible(page);
  await page.locator('#give-representative').fill(minh.email);
  await fillBoxes(page, 'give-until', '31', '2', '2018');
  await give.click();
  await expect(page.locator('#give-until-error')).toBeVisible();
  await fillBoxes(page, 'give-until', '31', '12', '2018');
  await give.click();
  await expect(page.getByText('Đã uỷ quyền cho Lê Quang Minh.')).toBeVisible();
  await expectAccessible(page);

  await open(other, '/tai-khoan/');
  await other.locator('.account-lines li').filter({ hasText: code }).getByRole('link').click();
  await expect(other.locator('.tracking-facts .code')).toHaveText(code);

  await page.getByRole('link', { name: 'Tổ chức và uỷ quyền' }).click();
  const line = page.locator('.account-lines li').filter({ hasText: 'Lê Quang Minh làm thay' });
  await expect(line).toContainText('31/12/2018');
  await line.getByRole('button', { name: /^Thu hồi/ }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi uỷ quyền' }).click();
  await expect(line).toContainText('Đã thu hồi');
  await expectAccessible(page);
  await other.reload();
  await expect(other.locator('#track-secret')).toBeVisible();
  await open(other, '/tai-khoan/');
  await expect(other.getByText('Bạn chưa nộp hồ sơ nào')).toBeVisible();
  await other.context().close();
});

async function fillBoxes(page: Page, id: string, day: string, month: string, year: string) {
  await page.locator(`#${id}`).fill(day);
  await page.locator(`#${id}-month`).fill(month);
  await page.locator(`#${id}-year`).fill(year);
}

test('a session that ends in the middle of a form is opened again in place', { tag: ONCE },
  async ({ page }) => {
    const { email } = await register(page, 'Trần Thị Mai');
    await open(page, '/nop-ho-so/official-travel/');
    await page.getByRole('button', { name: VI.begin }).click();
    await field(page, 'unit-name').fill('Sở Du lịch Hà Nội');
    await field(page, 'unit-address').fill('3B Lê Thái Tổ, Hoàn Kiếm');
    await field(page, 'unit-letter_number').fill('125/SDL-VP');
    await fillDate(page, 'unit-letter_date', '10', '4', '2017');
    await page.context().clearCookies();
    await page.getByRole('button', { name: VI.next }).click();
    const again = page.locator('dialog[open]');
    await expect(again.locator('#sign-in-email')).toHaveValue(email);
    await expect(field(page, 'unit-name')).toHaveValue('Sở Du lịch Hà Nội');
    await expectAccessible(page);
    await again.locator('#sign-in-password').fill(HOLDER_PASSWORD);
    await again.locator('#sign-in-password').press('Enter');
    await expect(field(page, 'contact-name')).toBeVisible();
    await expect(again).toHaveCount(0);
  });

test('a draft of an account opens on another device after signing in, and to nobody else',
  { tag: ONCE }, async ({ page, browser }) => {
    const { email } = await register(page, 'Trần Thị Mai');
    await open(page, '/nop-ho-so/official-travel/');
    await page.getByRole('button', { name: VI.begin }).click();
    await expect(field(page, 'unit-name')).toBeVisible();
    const address = page.url();
    await open(page, '/tai-khoan/');
    await signOut(page);
    await open(page, '/ho-so-nhap/');
    await expect(page.getByText('Chưa có hồ sơ nào đang làm dở trên máy này.')).toBeVisible();

    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(address);
    await signIn(elsewhere, email);
    await expect(field(elsewhere, 'unit-name')).toBeVisible();
    await open(elsewhere, '/ho-so-nhap/');
    await expect(elsewhere.getByText('Trong tài khoản, mở được trên máy khác.')).toBeVisible();
    await expectAccessible(elsewhere);
    await elsewhere.context().close();
  });

test('en: the account\'s pages are accessible and speak the language', async ({ page }) => {
  await open(page, '/en/dang-ky/');
  await expectAccessible(page);
  const mai = await register(page, 'Trần Thị Mai');
  await enterOrganisation(page, mai, COMPANY);
  for (const path of ['/tai-khoan/', '/tai-khoan/thong-tin/', '/tai-khoan/bao-mat/',
    '/tai-khoan/uy-quyen/', '/tai-khoan/uy-quyen/cho/', '/tai-khoan/uy-quyen/to-chuc/moi/',
    '/nop-ho-so/official-travel/', '/ho-so-nhap/']) {
    await open(page, '/en' + path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectAccessible(page);
  }
});

test('an officer sets up the second factor and signs in with its code', { tag: ONCE },
  async ({ page }) => {
    const signInAsOfficer = async () => {
      await page.locator('#username').fill('giamsat');
      await page.locator('#password').fill(PASSWORD);
      await page.locator('form button[type=submit]').click();
    };
    await page.goto('/can-bo/bao-mat/');
    await signInAsOfficer();
    await expect(page.locator('#sessions')).toBeVisible();
    await expectAccessible(page);
    const { secret } = await setUpFactor(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    await page.locator('.me-out').click();
    await signInAsOfficer();
    await expect(page.locator('#code')).toBeFocused();
    await expectAccessible(page);
    await page.locator('#code').fill('000000');
    await page.locator('form button[type=submit]').click();
    await expect(page.locator('.notice.late')).toContainText('Mã xác thực không đúng');
    await page.locator('#code').fill(authenticatorCode(secret, 1));
    await page.locator('form button[type=submit]').click();
    await expect(page.locator('#sessions')).toBeVisible();
  });

test('who must have a second factor sets it up first and sees nothing else', { tag: ONCE },
  async ({ page }) => {
    // A demonstration asks nobody for it; the answer is the server's own but for this.
    await page.route('**/api/session', async (route) => {
      const answer = await route.fetch();
      const session = await answer.json() as object;
      await route.fulfill({ response: answer,
        json: { ...session, second_factor_to_set_up: true } });
    });
    await page.goto('/can-bo/');
    await page.locator('#username').fill('hoa');
    await page.locator('#password').fill(PASSWORD);
    await page.locator('form button[type=submit]').click();
    await expect(page.locator('h1')).toHaveText('Bật xác thực hai lớp trước khi làm việc');
    await expect(page.locator('#factor')).toBeVisible();
    await expect(page.locator('.rail')).toHaveCount(0);
    await expectAccessible(page);
  });
