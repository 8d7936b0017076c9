// When things go wrong in the middle of work: each has its words and a next step, and nothing typed
// is lost.
import { randomUUID } from 'node:crypto';
import { expect, test, type Page, type Route } from '@playwright/test';
import { chooseFirstCase, expectAccessible, ONCE,
  openAs, PASSWORD, receiveDossier, submitApplication } from './desk';

const RECEIVING = '**/api/counter/dossiers';

function refusal(status: number, title: string, more: object = {}) {
  return (route: Route) => route.fulfill({
    status, contentType: 'application/problem+json', headers: { 'Retry-After': '42' },
    body: JSON.stringify({ type: 'about:blank', title, status, code: 'made-for-this', ...more }),
  });
}

/** At the counter, filled in and ready to be registered. */
async function fillIntake(page: Page): Promise<void> {
  await openAs(page, 'lan', '/can-bo/tiep-nhan/');
  await page.locator('#counter-procedure').fill('xuat canh');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await chooseFirstCase(page);
  await page.locator('#counter-name').fill('Sở Du lịch Hà Nội');
}

async function register(page: Page): Promise<void> {
  await page.locator('form.counter button[type=submit]').click();
}

test('at the counter every failure is said and keeps the form; then it is registered once',
  { tag: ONCE }, async ({ page }) => {
    await fillIntake(page);
    const failures: [(route: Route) => Promise<void>, RegExp][] = [
      [refusal(422, 'Một số thông tin chưa đúng.', {
        errors: [{ path: '/applicant/name', code: 'x', message: 'Tên quá dài' }],
      }), /Tên quá dài/],
      [refusal(429, 'x'), /sau 42 giây/],
      [refusal(500, 'x'), /trục trặc/],
      [(route) => route.abort(), /kết nối mạng/],
    ];
    for (const [answer, words] of failures) {
      await page.route(RECEIVING, answer);
      await register(page);
      await expect(page.locator('form.counter .notice.late')).toContainText(words);
      await expect(page.locator('#counter-name')).toHaveValue('Sở Du lịch Hà Nội');
      await expectAccessible(page);
      await page.unroute(RECEIVING);
    }
    await register(page);
    await expect(page.locator('#counter-done')).toBeVisible();
  });

test('a session that ends at the counter is opened again in place', { tag: ONCE },
  async ({ page }) => {
    await fillIntake(page);
    await page.context().clearCookies();
    await register(page);
    const again = page.locator('dialog[open]');
    await expect(again.locator('#username')).toHaveValue('lan');
    await again.locator('#password').fill(PASSWORD);
    await again.locator('form button[type=submit]').click();
    await expect(page.locator('#counter-done')).toBeVisible();
  });

test('an act that fails says so in its dialog and is sent again with the same key',
  { tag: ONCE }, async ({ page }) => {
    const code = await receiveDossier(page, 'Sở Xây dựng');
    await page.goto(`/can-bo/ho-so/${code}/`);
    await page.locator('#todo').getByRole('button', { name: 'Chuyển đơn vị giải quyết' }).click();
    await page.locator('#act-note').fill('Chuyển phòng Lãnh sự');
    const keys: (string | undefined)[] = [];
    await page.route('**/acts/hand-over', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length === 1) await refusal(500, 'x')(route);
      else await route.continue();
    });
    const send = page.locator('dialog .dialog-buttons button[type=submit]');
    await send.click();
    await expect(page.locator('dialog .notice.late')).toContainText('trục trặc');
    await expect(page.locator('#act-note')).toHaveValue('Chuyển phòng Lãnh sự');
    await expectAccessible(page);
    await send.click();
    await expect(page.locator('.done-notice')).toBeFocused();
    expect(keys[1]).toBe(keys[0]);
  });

test('a list that cannot be fetched anew stays, with a notice', { tag: ONCE },
  async ({ page }) => {
    await receiveDossier(page, 'Sở Du lịch');
    await page.goto('/can-bo/');
    await expect(page.locator('.work-table')).toBeVisible();
    await page.route('**/api/dossiers?**', (route) => route.abort());
    await page.locator('.counters .late').click();
    await expect(page.locator('.notice.late')).toContainText('kết nối mạng');
    await expect(page.locator('.work-table')).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/api/dossiers?**');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.locator('.notice.late')).toHaveCount(0);
  });

test('what happened while the connection was lost shows when it is back', { tag: ONCE },
  async ({ page }) => {
    const name = `Sở ${randomUUID().slice(0, 8)}`;
    let reconnect = () => {};
    const may_reconnect = new Promise<void>((resolve) => { reconnect = resolve; });
    let connections = 0;
    await page.route('**/api/events', async (route) => {
      if (++connections === 1) {
        await route.fulfill({ contentType: 'text/event-stream', body: 'retry: 50\n\n' });
        return;
      }
      await may_reconnect;
      await route.continue();
    });
    await openAs(page, 'lan', `/can-bo/tra-cuu/?${new URLSearchParams({ q: name }).toString()}`);
    await expect(page.locator('.empty')).toBeVisible();
    await receiveDossier(page, name);
    reconnect();
    await expect(page.locator('.work-table')).toContainText(name);
  });

test('a form that cannot be saved keeps what was typed and goes on afterwards', { tag: ONCE },
  async ({ page }) => {
    await page.goto('/nop-ho-so/official-travel/');
    await page.getByRole('button', { name: /^Bắt đầu/ }).click();
    await page.locator('#field-unit-name').fill('Sở Du lịch Hà Nội');
    await page.locator('#field-unit-address').fill('3B Lê Thái Tổ');
    await page.locator('#field-unit-letter_number').fill('1/SDL');
    await page.locator('#field-unit-letter_date').fill('10');
    await page.locator('#field-unit-letter_date-month').fill('4');
    await page.locator('#field-unit-letter_date-year').fill('2017');
    await page.route('**/api/drafts/*', (route) => route.abort());
    const next = page.getByRole('button', { name: /^Lưu và tiếp tục/ });
    await next.click();
    await expect(page.locator('.notice.late')).toContainText('kết nối mạng');
    await expect(page.locator('#field-unit-name')).toHaveValue('Sở Du lịch Hà Nội');
    await expectAccessible(page);
    await page.unroute('**/api/drafts/*');
    await next.click();
    await expect(page.locator('#field-contact-name')).toBeVisible();
  });

test('a draft that is gone says so and begins a new one', { tag: ONCE }, async ({ page }) => {
  await page.goto('/nop-ho-so/official-travel/khong-con-nua/1/');
  await expect(page.locator('h1')).toContainText('không còn');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Làm hồ sơ mới' }).click();
  await expect(page.getByRole('button', { name: /^Bắt đầu/ })).toBeVisible();
});

test('a dossier whose tracking has closed asks for the codes again', { tag: ONCE },
  async ({ page }) => {
    const { code } = await submitApplication(page);
    await page.context().clearCookies();
    await page.goto(`/tra-cuu/${code}/`);
    await expect(page.locator('#track-secret')).toBeVisible();
    await expectAccessible(page);
  });

test('a page whose program gets lost on the way is loaded again; then it says so',
  { tag: ONCE }, async ({ page }) => {
    let lost = 0;
    await page.route('**/assets/*.js',
      (route) => (++lost === 1 ? route.abort() : route.continue()));
    await page.goto('/');
    await expect(page.locator('#home-q')).toBeVisible();
    await page.unroute('**/assets/*.js');

    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto('/can-bo/');
    await expect(page.locator('h1')).toHaveText('Chưa tải được trang');
    await expectAccessible(page);
    await page.unroute('**/assets/*.js');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.locator('#username')).toBeVisible();
  });

test('script that somebody wrote into his name is shown as words and never runs',
  { tag: ONCE }, async ({ page }) => {
    const script = '<img src=x onerror="document.title=\'run\'"><script>alert(1)</script>';
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const code = await receiveDossier(page, `${script}\u202e Công ty`);
    for (const path of [`/can-bo/ho-so/${code}/`, `/can-bo/tra-cuu/?q=${code}`]) {
      await openAs(page, 'lan', path);
      await expect(page.getByText(`${script} Công ty`).first()).toBeVisible();
      await expect(page.locator('img[src=x]')).toHaveCount(0);
      await expect(page).not.toHaveTitle('run');
    }
    expect(dialogs).toEqual([]);
  });
