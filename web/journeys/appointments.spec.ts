// A time at the counter: booked by keys alone, moved by its two codes, marked and moved by the
// counter. With the accessibility of each page and state.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, openAs } from './desk';

interface Booked { code: string; secret: string; at: string }
interface Days { days: { date: string; free: number }[] }

/** The first free time of a day, the later days for what other journeys leave alone. */
async function freeTime(page: Page, from: number): Promise<string> {
  const { days } = (await (await page.request.get('/api/appointment-days')).json()) as Days;
  for (const { date } of days.slice(from).filter((day) => day.free)) {
    const { slots } = (await (await page.request.get(`/api/appointment-days/${date}`))
      .json()) as { slots: { at: string; free: number }[] };
    const free = slots.find((slot) => slot.free);
    if (free) return free.at;
  }
  throw new Error('no time is free');
}

/** Books without a page, for what somebody else did; tries on while others take places. */
async function bookQuietly(page: Page, from: number, name: string): Promise<Booked> {
  for (;;) {
    const at = await freeTime(page, from);
    const answer = await page.request.post('/api/appointments', {
      headers: { 'Idempotency-Key': randomUUID() },
      data: { at, purpose: 'advice', name, email: `${randomUUID()}@example.org` },
    });
    if (answer.status() !== 409) {
      expect(answer.status(), await answer.text()).toBe(201);
      return (await answer.json()) as Booked;
    }
  }
}

/** Walks with Tab to an element, as one without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} by Tab`);
}

test('a time is booked by keys alone, kept for a calendar, moved and cancelled',
  async ({ page }) => {
  await page.goto('/thu-tuc/abtc/');
  await page.locator('main').getByRole('link', { name: 'Đặt lịch đến quầy' }).click();
  await expect(page.locator('h1')).toHaveText('Đặt lịch đến quầy');
  await expect(page.locator('#booking-purpose')).toBeChecked();
  await expect(page.locator('#booking-procedure')).toHaveValue('abtc');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Đặt lịch', exact: true }).click();
  await expect(page.locator('.error-summary')).toBeFocused();
  await expect(page.locator('.error-summary li')).toHaveCount(3);
  await expectAccessible(page);
  await page.locator('.error-summary').getByText('Chọn một ngày').click();
  await expect(page.locator('#booking-day')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#booking-at')).toBeVisible();
  await tabTo(page, 'input[name=booking-at]');
  await page.keyboard.press('Space');
  await expect(page.locator('input[name=booking-at]:checked')).toHaveCount(1);
  await tabTo(page, '#booking-name');
  await page.keyboard.type('Nguyễn Văn An');
  await tabTo(page, '#booking-email');
  await page.keyboard.type(`${randomUUID()}@example.org`);
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  const card = page.locator('.appointment-card');
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card.locator('.qr-code')).toBeVisible();
  await expectAccessible(page);
  const code = (await card.locator('dd.code').first().innerText()).trim();
  const secret = (await card.locator('.appointment-secret').innerText()).trim();
  const coming = page.waitForEvent('download');
  await card.getByRole('button', { name: /^Thêm vào lịch/ }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`${code}.ics`);
  expect(readFileSync(await file.path(), 'utf8')).toContain('BEGIN:VEVENT\r\n');

  await page.goto(`/dat-lich/?ma=${code}`);
  await page.locator('#open-appointment-secret').fill('sai');
  await page.getByRole('button', { name: 'Mở lịch hẹn' }).click();
  await expect(page.locator('.error-summary')).toContainText('Không có lịch hẹn nào');
  await expectAccessible(page);
  await page.locator('#open-appointment-secret').fill(secret);
  await page.getByRole('button', { name: 'Mở lịch hẹn' }).click();
  await card.getByRole('button', { name: /^Đổi giờ/ }).click();
  await card.locator('.days input:not(:disabled)').last().check();
  await card.locator('.time-choices:not(.days) input:not(:disabled)').last().check();
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Chuyển sang giờ này' }).click();
  await expect(card).toContainText('Đã chuyển sang giờ mới');
  await card.getByRole('button', { name: /^Hủy lịch/ }).click();
  await card.getByRole('button', { name: 'Hủy lịch hẹn', exact: true }).click();
  await expect(card.locator('.badge')).toHaveText('Đã hủy');
  await expectAccessible(page);
});

test('in English, a place somebody took meanwhile is told and the others are shown anew',
  async ({ page }) => {
  await page.goto('/en/dat-lich/');
  await expect(page.locator('h1')).toHaveText('Book a time at the counter');
  await page.getByLabel('For advice').check();
  await page.locator('.days input:not(:disabled)').nth(8).check();
  const slot = page.locator('.time-choices:not(.days) input:not(:disabled)').nth(3);
  await slot.check();
  const at = await page.locator('.time-choices:not(.days) label:has(:checked) b').innerText();
  await page.locator('#booking-name').fill('John Smith');
  await page.locator('#booking-phone').fill('0912345678');
  const day = await page.evaluate(async (index) => {
    const days = (await (await fetch('/api/appointment-days')).json()) as Days;
    return days.days.filter((one) => one.free)[index]?.date ?? '';
  }, 8);
  for (;;) {
    const taken = await page.request.post('/api/appointments', {
      headers: { 'Idempotency-Key': randomUUID() },
      data: { at: `${day}T${at.slice(0, 5)}`, purpose: 'advice', name: 'Khác',
        email: `${randomUUID()}@example.org` } });
    if (taken.status() === 409) break;
    expect(taken.status(), await taken.text()).toBe(201);
  }
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.locator('.error-summary')).toContainText('The last place at this time');
  await expect(page.locator('#booking-name')).toHaveValue('John Smith');
  await expectAccessible(page);
});

test('the counter sees its day, marks who came, moves and cancels with a reason',
  async ({ page }, info) => {
  const name = `Hẹn ${info.project.name} ${randomUUID().slice(0, 6)}`;
  const [from, to] = info.project.name === 'phone' ? [3, 10] : [5, 11];  // nobody else's days
  const made = await bookQuietly(page, from, name);
  await openAs(page, 'lan', '/can-bo/lich-hen/');
  await expect(page.locator('h1')).toHaveText('Lịch hẹn tại quầy');
  await expect(page.locator('#of-day')).toBeVisible();
  const [year, month, day] = made.at.slice(0, 10).split('-').map(Number);
  await page.locator('#appointments-day').fill(String(day));
  await page.locator('#appointments-day-month').fill(String(month));
  await page.locator('#appointments-day-year').fill(String(year));
  await page.getByRole('button', { name: 'Xem ngày này' }).click();
  const row = page.locator('tr', { hasText: made.code });
  await expect(row).toContainText(name);
  await expectAccessible(page);
  await row.getByRole('button', { name: /^Đã đến/ }).click();
  await expect(page.locator('.notice.late')).toContainText('Chưa đến giờ hẹn');
  await row.getByRole('button', { name: /^Chuyển giờ/ }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('.days input:not(:disabled)').nth(to).check();
  await dialog.locator('.time-choices:not(.days) input:not(:disabled)').last().check();
  await dialog.getByRole('button', { name: /^Chuyển và báo/ }).click();
  await expect(dialog.locator('.error-summary')).toBeFocused();
  await expectAccessible(page);
  await dialog.locator('#move-reason').fill('Hệ thống bảo trì');
  await dialog.getByRole('button', { name: /^Chuyển và báo/ }).click();
  await expect(page.locator('.notice.done')).toContainText(`Đã chuyển lịch hẹn của ${name}`);
  await expect(row).toHaveCount(0);
});
