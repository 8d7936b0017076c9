// Delegations, passports, travellers and statistics: seen, written down and printed, each page and
// dialog with its accessibility.
import { expect, test } from '@playwright/test';
import { expectAccessible, ONCE, openAs } from './desk';

const PLACES = ['', 'vao/', 'bao-cao/?xem=awaited', 'ho-chieu/', 'nguoi/', 'thong-ke/?ky=2017'];

test('every page of the book is there in both languages', async ({ page }) => {
  for (const place of PLACES) {
    await openAs(page, 'binh', `/can-bo/doan-ra/${place}`);
    await expect(page.locator('table').first()).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto('/en/can-bo/doan-ra/');
  await expect(page.locator('h1')).toHaveText('Delegations out');
  await expectAccessible(page);
});

test('guests are written down by hand and cancelled with a reason', async ({ page }) => {
  await openAs(page, 'binh', '/can-bo/doan-ra/vao/');
  await page.getByRole('button', { name: 'Ghi đoàn vào' }).click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ghi đoàn vào' }).click();
  await expect(page.locator('#travel-unit')).toBeFocused();
  await page.locator('#travel-unit').fill('Sở Y tế');
  await page.locator('#travel-name').fill('Anna Weber');
  await page.locator('#travel-purpose').fill('Trao đổi chuyên môn');
  await page.locator('#travel-countries').fill('Đức');
  for (const field of ['from', 'to']) {
    await page.locator(`#travel-${field}`).fill('20');
    await page.locator(`#travel-${field}-month`).fill('5');
    await page.locator(`#travel-${field}-year`).fill('2017');
  }
  await dialog.getByRole('button', { name: 'Ghi đoàn vào' }).click();
  await expect(page.locator('h1')).toHaveText('Trao đổi chuyên môn');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hủy chuyến đi' }).click();
  await page.locator('#travel-reason').fill('Đoàn khách hoãn');
  await page.locator('dialog[open]').getByRole('button', { name: 'Hủy chuyến đi' }).click();
  await expect(page.locator('#travel-timeline')).toContainText('Đoàn khách hoãn');
});

test('a number opens the delegations it counts', { tag: ONCE }, async ({ page }) => {
  await openAs(page, 'giamdoc', '/can-bo/doan-ra/thong-ke/?ky=2016&theo=country');
  await page.locator('.travel-figures tbody tr').first().locator('a').first().click();
  await expect(page.locator('#behind-title')).toBeVisible();
  await expectAccessible(page);
});

test('a dossier shows whose trips pass the limit, with their entries', { tag: ONCE },
  async ({ page }) => {
    await openAs(page, 'binh', '/can-bo/doan-ra/');
    const code = await page.evaluate(async () => {
      const list = await (await fetch('/api/dossiers?procedure=official-travel&size=50')).json();
      for (const { code } of list.items) {
        const { authority } = await (await fetch(`/api/dossiers/${code}`)).json();
        const of = (one: { id: string; state: string }) =>
          one.id === 'trips' && one.state === 'passed';
        if (authority?.limits.some(of)) return code as string;
      }
      return '';
    });
    expect(code).not.toBe('');
    await page.goto(`/can-bo/ho-so/${code}/`);
    const card = page.locator('#authority');
    await expect(card).toContainText('vượt giới hạn');
    await expectAccessible(page);
    await card.getByRole('link', { name: /^DR-/ }).first().click();
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('main')).toContainText('Thành viên');
  });
