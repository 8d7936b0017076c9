// Delegations, passports, travellers and statistics: seen, written down and printed, each page and
// dialog with its accessibility.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { actQuietly, expectAccessible, ONCE, openAs, receiveTravel } from './desk';

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

const GRANTED = { outcome: 'granted', document: '2210/QĐ-UBND' };

test('what a namesake may have travelled is told at the signature, and told apart', { tag: ONCE },
  async ({ page }) => {
    const name = `Lý Quang ${randomUUID().slice(0, 8)}`;  // nobody judged of him before
    const decide = async (code: string) => {
      await actQuietly(page, 'lan', code, 'hand-over', {});
      await actQuietly(page, 'binh', code, 'propose', {});
      await actQuietly(page, 'giamdoc', code, 'approve', {});
    };
    const before = await receiveTravel(page, 'UBND quận Long Biên',
      { name, rank_group: 'department-head' }, { from: '2017-06-05', to: '2017-06-07' });
    await decide(before);
    await actQuietly(page, 'thu', before, 'sign-off', GRANTED);
    const code = await receiveTravel(page, 'UBND quận Hà Đông',
      { name, identity: String(Date.now()).slice(-12), rank_group: 'department-head' },
      { from: '2017-09-04', to: '2017-09-06' });
    await decide(code);
    const words = `${name}: đã tính 0 chuyến, còn 1 chuyến của người trùng tên chưa phân biệt`;
    await openAs(page, 'thu', `/can-bo/ho-so/${code}/`);
    await page.locator('#todo, .acts').getByRole('button').first().click();
    await expect(page.locator('dialog[open]')).toContainText(words);
    await expectAccessible(page);
    await actQuietly(page, 'thu', code, 'sign-off', GRANTED);

    await openAs(page, 'binh', `/can-bo/ho-so/${code}/`);
    const card = page.locator('#authority');
    await expect(card).toContainText(words);
    await expectAccessible(page);
    await card.getByRole('link', { name: 'Phân biệt người trùng tên' }).click();
    const pair = page.locator('#namesakes li');
    await expect(pair).toHaveCount(1);
    await expectAccessible(page);
    await pair.getByRole('button', { name: 'Là hai người' }).click();
    await page.locator('#namesake-reason').fill('Đã xem hồ sơ cán bộ');
    await page.locator('dialog[open]').getByRole('button', { name: 'Là hai người' }).click();
    await expect(page.locator('#namesakes')).toHaveText(
      'Không còn người trùng tên nào phải phân biệt.');
    await page.goto(`/can-bo/ho-so/${code}/`);
    await expect(page.locator('#authority')).toContainText(words);
  });
