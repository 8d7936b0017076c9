// A complaint on its way: sent by anybody, given to a unit, answered, published without its sender,
// judged by him, and counted. With the accessibility of each page and state.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, ONCE, openAs } from './desk';
import { register } from './holder';

const WORDS = 'Quầy bắt nộp thêm bản sao sổ hộ khẩu. Tôi là Đỗ Thị Hạnh.';

interface SentPetition { code: string; secret: string }

/** By the form; gives the two codes it shows. */
async function sendPetition(page: Page): Promise<SentPetition> {
  await page.goto('/phan-anh/');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Gửi phản ánh, kiến nghị' }).click();
  await expect(page.locator('#petition-text')).toBeVisible();
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.locator('.error-summary a')).toHaveCount(2);
  await expect(page.locator('.error-summary')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Đòi giấy tờ ngoài quy định').check();
  await page.locator('#petition-text').fill(WORDS);
  await page.locator('#petition-name').fill('Đỗ Thị Hạnh');
  await page.locator('#petition-email').fill('hanh@example.org');
  await page.locator('#petition-may_publish').check();
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.locator('h1')).toHaveText('Đã nhận phản ánh, kiến nghị của bạn');
  await expect(page.locator('.confirmation-when')).toContainText('16:30');
  await page.locator('.promise-reason summary').click();
  await expect(page.locator('.promise-days tbody tr').last()).toContainText('15');
  await expectAccessible(page);
  const [code = '', secret = ''] = await page.locator('.codes dd.code').allTextContents();
  return { code, secret };
}

async function act(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await page.locator('#petition-acts').getByRole('button', { name, exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toBeVisible();
  await fill();
  await dialog.getByRole('button', { name, exact: true }).click();
}

async function openDesk(page: Page, username: string, code: string): Promise<void> {
  await openAs(page, username, `/can-bo/phan-anh/${code}/`);
  await expect(page.locator('h1')).toContainText(code);
}

test('a complaint is sent, given to a unit, answered, published without its sender, and judged',
  async ({ page }) => {
    const { code, secret } = await sendPetition(page);
    await page.getByRole('link', { name: 'Xem phản ánh' }).click();
    await expect(page.locator('h1')).toContainText(code);
    await expect(page).not.toHaveURL(new RegExp(secret));
    await expectAccessible(page);

    await openDesk(page, 'lan', code);
    await expectAccessible(page);
    await act(page, 'Giao đơn vị trả lời', async () => {
      await expectAccessible(page);
      await page.locator('#petition-unit').selectOption('lanh-su');
    });
    await expect(page.locator('#petition-words')).toContainText('Phòng Lãnh sự');

    await openDesk(page, 'minh', code);
    await act(page, 'Trả lời', async () => {
      await page.locator('#petition-text').fill('Giấy tờ này không có trong thành phần hồ sơ.');
    });
    await expect(page.locator('#petition-outcome')).toContainText('không có trong thành phần');

    await openDesk(page, 'lan', code);
    await act(page, 'Công khai', () => Promise.resolve());
    await expect(page.locator('dialog[open]')).toContainText('còn tên');
    await page.locator('#petition-text').fill('Quầy bắt nộp thêm bản sao sổ hộ khẩu. […]');
    await page.locator('dialog[open]').getByRole('button', { name: 'Công khai' }).click();
    await expect(page.locator('#petition-publication')).toContainText('Đang ở trang công khai');
    await expectAccessible(page);

    await page.goto('/phan-anh/?ve=extra-papers');
    const shown = page.locator('.petition-list article').first();
    await expect(shown).toContainText('sổ hộ khẩu. […]');
    await expect(shown).toContainText('Đã lược bớt');
    await expect(page.locator('main')).not.toContainText('Hạnh');

    await page.goto(`/phan-anh/theo-doi/${code}/`);
    await page.getByLabel('Hài lòng', { exact: true }).check();
    await page.getByRole('button', { name: 'Gửi nhận xét' }).click();
    await expect(page.locator('main')).toContainText('Bạn hài lòng với câu trả lời');
    await expectAccessible(page);
  });

test('codes that are not right open nothing and say so; the follow page asks for them',
  { tag: ONCE }, async ({ page }) => {
    await page.goto('/en/phan-anh/theo-doi/PA-170412-9999/');
    await expect(page.locator('h1')).toHaveText('Follow a complaint or suggestion');
    await page.locator('#look-secret').fill('AAAA-AAAA-AA');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.locator('.error-summary')).toContainText('Nothing has these two codes');
    await expectAccessible(page);
  });

test('a leader reads the figures of complaints, and each number opens what it counts',
  async ({ page }) => {
    await openAs(page, 'giamdoc', '/dieu-hanh/?period=2016');
    await page.locator('main').getByRole('link', { name: 'Phản ánh, kiến nghị' }).click();
    await expect(page.locator('h1')).toHaveText('Số liệu phản ánh, kiến nghị');
    await page.locator('#period').selectOption('2016');
    await expect(page).toHaveURL(/period=2016/);
    await expectAccessible(page);
    const late = page.locator('.rate').first().locator('.rate-parts li').first();
    const count = Number(await late.getByRole('link').textContent());
    expect(count).toBeGreaterThan(0);
    await late.getByRole('link').click();
    await expect(page.locator('.work-table tbody tr')).toHaveCount(count);
    await expectAccessible(page);
    await page.locator('.work-table .open').first().click();
    await expect(page.locator('#petition-duties')).toContainText('Trễ');
  });

test(`what was sent from an account stands in it ${ONCE}`, async ({ page }) => {
  await register(page, 'Đỗ Thị Hạnh');
  const { code } = await sendPetition(page);
  await page.goto('/tai-khoan/');
  const sent = page.locator('section[aria-labelledby=account-petitions]');
  await expect(sent).toContainText(code);
  await expectAccessible(page);
  await sent.getByRole('link').click();
  await expect(page.locator('h1')).toContainText(code);
});
