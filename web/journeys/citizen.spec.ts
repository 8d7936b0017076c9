// A citizen's way through a running demo office: find, read, apply, follow, supplement, withdraw;
// in both languages, on a desktop and on a phone, with the accessibility of each page and state.
import { expect, test, type Page } from '@playwright/test';
import {
  addPapers, begin, EN, field, fillDate, fillTripAndPeople, fillUnitAndContact, VI,
  type Words,
} from './applying';
import {
  actQuietly, draftApplication, expectAccessible, ONCE, PDF as LETTER, receiveDossier,
  signInQuietly, submitApplication, type Sent,
} from './desk';

const CODE = /^\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4}$/;

async function apply(page: Page, words: Words): Promise<void> {
  await begin(page, words);
  await fillUnitAndContact(page, words);
  await fillTripAndPeople(page, words);
  await addPapers(page, words);
  await page.getByRole('button', { name: words.send }).click();
  await expect(page.locator('.codes .code').first()).toHaveText(CODE);
}

/** Opens a step of an application whose answers are all given. */
async function openStep(page: Page, step: string): Promise<void> {
  const draft = (await draftApplication(page)).split('/').pop() ?? '';
  await page.goto(`/nop-ho-so/official-travel/${draft}/${step}/`);
}

/** Opens a dossier by the address on its receipt. */
async function openReceived(page: Page, { code, secret }: Sent): Promise<void> {
  await page.goto(`/tra-cuu/?code=${code}#${secret}`);
  await expect(page.locator('.tracking-facts .code')).toHaveText(code);
}

for (const words of [VI, EN]) {
  const language = words.prefix ? 'en' : 'vi';

  test(`${language}: pages that need no dossier are accessible and speak the language`,
    async ({ page }) => {
      for (const path of ['/', '/thu-tuc/', '/thu-tuc/official-travel/', '/tra-cuu/',
        '/nop-ho-so/official-travel/', '/ho-so-nhap/', '/kha-nang-tiep-can/',
        '/khong-co-trang-nay/', '/thu-tuc/khong-co/']) {
        await page.goto(words.prefix + path);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('.loading')).toHaveCount(0);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectAccessible(page);
      }
    });

  test(`${language}: apply, from the first question to the two codes`, async ({ page }) => {
    await apply(page, words);
    await expectAccessible(page);
    const [code = '', secret = ''] = await page.locator('.codes .code').allInnerTexts();
    expect(secret).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{1,4})+$/);
    await page.locator('.promise-reason summary').click();
    await expect(page.locator('.promise-reason .counted')).not.toHaveCount(0);
    await page.locator('main').getByRole('link', { name: words.follow }).click();
    await expect(page.locator('.tracking-facts .code')).toHaveText(code);
    await expectAccessible(page);
  });
}

test('a search without marks leads to the date one would get now, and why', async ({ page }) => {
  await page.goto('/');
  await page.locator('#home-q').fill('di cong tac nuoc ngoai');
  await page.keyboard.press('Enter');
  const found = page.locator('.procedures-list .procedure-card').first();
  await expect(found).toHaveAttribute('href', '/thu-tuc/official-travel/');
  await page.locator('#procedures-q').fill('zzzz khong co gi');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xem tất cả' }).click();
  await found.click();
  const box = page.locator('.if-now');
  await expect(box.locator('.promise-when')).toHaveText(/^\d\d:\d\d .* \d\d\/\d\d\/\d{4}$/);
  await box.locator('summary').click();
  await expect(box.locator('.counted').first()).toBeVisible();
  await expectAccessible(page);
});

test('what is not verified says so and takes no application', { tag: ONCE }, async ({ page }) => {
  await page.goto('/thu-tuc/');
  const unverified = page.locator('.procedure-card').filter({ hasText: 'Chưa kiểm chứng' });
  // The demonstration's samples are tried out all the same.
  await unverified.filter({ hasNotText: /hứng nhận lãnh sự|thủ tục mẫu/ }).first().click();
  await expect(page.getByText('Thông tin về thủ tục này chưa kiểm chứng')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nộp hồ sơ' })).toHaveCount(0);
  await expectAccessible(page);
});

test('wrong answers: the summary takes the focus and leads to each field', async ({ page }) => {
  await begin(page, VI);
  await page.getByRole('button', { name: VI.next }).click();
  const summary = page.getByRole('group', { name: /chỗ cần sửa/ });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expectAccessible(page);
  await summary.getByRole('link').first().click();
  await expect(field(page, 'unit-name')).toBeFocused();

  await field(page, 'unit-name').fill('Sở Du lịch');
  await field(page, 'unit-address').fill('Hà Nội');
  await field(page, 'unit-letter_number').fill('1/SDL');
  await fillDate(page, 'unit-letter_date', '31', '2', '2017');
  await page.keyboard.press('Enter');
  await expect(summary.getByRole('link')).toHaveCount(1);
  await expect(summary).toContainText('Ngày công văn');
});

test('a condition brings up its question; the draft survives a reload and a change of language',
  { tag: ONCE }, async ({ page }) => {
    await begin(page, VI);
    await fillUnitAndContact(page, VI);
    await expect(field(page, 'trip-funding_note')).toHaveCount(0);
    await page.getByLabel('Nhiều nguồn').check();
    await expect(field(page, 'trip-funding_note')).toBeVisible();
    await field(page, 'trip-purpose').fill('Dự hội chợ');
    await expect(page.locator('.saved-line')).toHaveText(/^Đã lưu nháp lúc .*Chưa gửi\.$/);
    await expectAccessible(page);
    await page.reload();
    await expect(field(page, 'trip-purpose')).toHaveValue('Dự hội chợ');
    await page.locator('.language-switch a').click();
    await expect(page).toHaveURL(/\/en\/nop-ho-so\//);
    await expect(field(page, 'trip-purpose')).toHaveValue('Dự hội chợ');
    await page.goto('/ho-so-nhap/');
    await expect(page.locator('.draft-line')).toHaveCount(1);
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Xoá bản nháp/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Xoá bản nháp' }).click();
    await expect(page.locator('.draft-line')).toHaveCount(0);
  });

test('papers: a wrong type is refused, a broken upload is sent again, one is taken out',
  { tag: ONCE }, async ({ page }) => {
    await openStep(page, 'giay-to');
    const first = page.locator('.paper-box').first();
    const input = first.locator('input[type=file]');
    await expect(first).toBeVisible();
    await page.getByRole('button', { name: VI.next }).click();
    await expect(page.getByRole('group', { name: /chỗ cần sửa/ })).toBeFocused();
    await input.setInputFiles({ name: 'bai-hat.mp3', mimeType: 'audio/mpeg', buffer: LETTER });
    await expect(first.locator('.upload-fault')).toHaveText('Chỉ nhận tệp PDF, JPG hoặc PNG.');
    await first.getByRole('button', { name: /^Bỏ/ }).click();
    await input.setInputFiles({ name: 'cong-van.pdf', mimeType: 'application/pdf',
      buffer: LETTER.subarray(0, LETTER.length / 2) });
    await expect(first.locator('.upload-fault'))
      .toHaveText(/bị hỏng hoặc bị cắt ngắn.* Mã lỗi: file-damaged$/);
    await first.getByRole('button', { name: /^Bỏ/ }).click();

    await page.route('**/api/drafts/*/uploads*', (route) => route.abort());
    await input.setInputFiles({ name: 'cong-van.pdf', mimeType: 'application/pdf',
      buffer: LETTER });
    await expect(first.locator('.upload-fault')).toHaveText(/^Mất kết nối/);
    await expectAccessible(page);
    await page.unroute('**/api/drafts/*/uploads*');
    await first.getByRole('button', { name: /^Gửi lại/ }).click();
    await expect(first.locator('.badge.done')).toHaveCount(1);
    await first.getByRole('button', { name: /^Xoá/ }).click();
    await expect(first.locator('.badge.done')).toHaveCount(0);
  });

test('check the answers: "Sửa" opens one page and comes back', { tag: ONCE }, async ({ page }) => {
  await openStep(page, 'giay-to');
  await addPapers(page, VI);
  await expect(page.getByRole('button', { name: VI.send })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sửa Điện thoại' }).click();
  await field(page, 'contact-phone').fill('0987654321');
  await page.getByRole('button', { name: /^Lưu và quay lại/ }).click();
  await expect(page.getByText('0987654321')).toBeVisible();
});

test('the receipt\'s QR address opens the dossier and leaves no look-up code in the address',
  { tag: ONCE }, async ({ page, browser }) => {
    const { code, secret } = await submitApplication(page);
    const stranger = await (await browser.newContext()).newPage();
    await openReceived(stranger, { code, secret });
    expect(stranger.url()).not.toContain('#');
    expect(stranger.url()).not.toContain(secret);
    await stranger.emulateMedia({ media: 'print' });
    await expect(stranger.locator('.top-bar')).toBeHidden();
    await expect(stranger.locator('.footer')).toBeHidden();
    await expect(stranger.locator('h1')).toBeVisible();
    const sheet = (await stranger.pdf({ format: 'A4' })).toString('latin1');
    expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await stranger.emulateMedia({ media: null });

    await stranger.goto('/tra-cuu/');
    await stranger.locator('#track-code').fill(code);
    await stranger.locator('#track-secret').fill('AAAA-AAAA-AAAA');
    await stranger.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await expect(stranger.getByRole('group', { name: /chỗ cần sửa/ })).toBeFocused();
    await expectAccessible(stranger);
    await stranger.context().close();
  });

test('asked to supplement: the page says what, takes the file, and the clock runs again',
  async ({ page, browser }) => {
    const sent = await submitApplication(page);
    const { code } = sent;
    const officer = await (await browser.newContext()).newPage();
    await signInQuietly(officer, 'lan');
    const dossier = (await (await officer.request.get(`/api/dossiers/${code}`)).json()) as
      { papers: { paper: string }[] };
    const paper = dossier.papers[0]?.paper ?? '';
    await actQuietly(officer, 'lan', code, 'request-supplement',
      { reason: 'Công văn thiếu trang cuối', document: '12/YCBS',
        items: [{ paper, what: 'Bản đủ các trang' }] });
    await officer.context().close();

    await openReceived(page, sent);
    await expect(page.locator('.supplement-item')).toContainText('Bản đủ các trang');
    await expect(page.locator('.clock-pause').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click();
    await expect(page.getByRole('group', { name: /chỗ cần sửa/ })).toBeFocused();
    await page.locator('.supplement input[type=file]')
      .setInputFiles({ name: 'cong-van-du.pdf', mimeType: 'application/pdf', buffer: LETTER });
    await expect(page.locator('.supplement .badge.done')).toHaveCount(1);
    await page.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click();
    await expect(page.getByText('Đã gửi giấy tờ bổ sung.')).toBeVisible();
    await expect(page.locator('.supplement')).toHaveCount(0);
    await expectAccessible(page);
  });

test('withdrawing asks for the reason first', { tag: ONCE }, async ({ page }) => {
  await openReceived(page, await submitApplication(page));
  await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Rút hồ sơ' }).click();
  await expect(page.getByText('Nhập lý do rút hồ sơ')).toBeVisible();
  await page.locator('#withdraw-reason').fill('Chuyến đi bị huỷ');
  await page.getByRole('dialog').getByRole('button', { name: 'Rút hồ sơ' }).click();
  await expect(page.getByText('Đã rút hồ sơ.')).toBeVisible();
  await expect(page.locator('.state-badge')).toHaveText('Đã rút');
  await expectAccessible(page);
});

test('every failure has its words and a next step', { tag: ONCE }, async ({ page }) => {
  const cases: [number, RegExp][] = [[500, /trục trặc/], [429, /quá nhiều lần/],
    [401, /chưa được xem/], [403, /dành cho lãnh đạo/]];
  for (const [status, title] of cases) {
    await page.route('**/api/procedures/official-travel', (route) => route.fulfill({ status,
      contentType: 'application/problem+json', headers: { 'Retry-After': '42' },
      body: JSON.stringify({ type: 'about:blank', title: 'Mục này dành cho lãnh đạo.', status,
        code: 'made-for-this' }) }));
    await page.goto('/thu-tuc/official-travel/');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/api/procedures/official-travel');
  }
  await page.route('**/api/procedures/official-travel', (route) => route.abort());
  await page.goto('/thu-tuc/official-travel/');
  await expect(page.getByRole('heading', { level: 1, name: /kết nối mạng/ })).toBeVisible();
  await page.unroute('**/api/procedures/official-travel');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.locator('.if-now')).toBeVisible();
});

test('keyboard and narrow screens: skip link first, visible focus, 320 px',
  { tag: ONCE }, async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.procedure-card').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/', '/thu-tuc/', '/thu-tuc/official-travel/', '/tra-cuu/',
    '/nop-ho-so/official-travel/']) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  }
});

test('nothing is asked of any other host, and the page\'s policy is never broken',
  { tag: ONCE }, async ({ page, baseURL }) => {
    const strangers: string[] = [];
    const broken: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) {
        strangers.push(request.url());
      }
    });
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) broken.push(message.text());
    });
    const visit = async (path: string) => {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('.loading')).toHaveCount(0);
    };
    for (const path of ['/', '/thu-tuc/official-travel/', '/tra-cuu/', '/can-bo/']) {
      await visit(path);
    }
    const code = await receiveDossier(page, 'Sở Du lịch');
    for (const path of ['/can-bo/', '/can-bo/tiep-nhan/', `/can-bo/ho-so/${code}/`]) {
      await visit(path);
    }
    await signInQuietly(page, 'giamdoc');
    await visit('/dieu-hanh/?period=2017-Q1');
    expect(strangers).toEqual([]);
    expect(broken).toEqual([]);
  });
