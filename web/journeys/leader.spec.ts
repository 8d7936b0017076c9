// Leaders: figures that say what they are made of, and the dossiers behind every number.
import { expect, test } from '@playwright/test';
import { expectAccessible, ONCE, openAs } from './desk';

interface Figures {
  rates: { numerator: number; denominator: number; rescued: { count: number }[] }[];
  terms: { rows: { first_days: string }[] };
}

const PATH = '/dieu-hanh/?period=2017-Q1';

test('the figures page explains itself and its chart, in both languages', async ({ page }) => {
  await openAs(page, 'giamdoc', PATH);
  await expect(page.locator('.rate').first()).toBeVisible();
  await expect(page.locator('.rate-definition').first()).not.toBeEmpty();
  await expect(page.locator('.official thead tr').nth(2).locator('td')).toHaveCount(13);
  await expect(page.locator('.identities li')).not.toHaveCount(0);
  await expect(page.locator('.identities .badge.late')).toHaveCount(0);
  const details = page.locator('.chart-details');
  await details.locator('summary').click();
  await expect(details.locator('tbody tr').first()).toBeVisible();
  expect(await details.locator('tbody tr').count())
    .toBeGreaterThanOrEqual(await page.locator('.chart .chart-dot').count());
  await expectAccessible(page);
  await page.goto(`/en${PATH}`);
  await expect(page.locator('.rate').first()).toBeVisible();
  await expectAccessible(page);
});

test('the figures shown are the API\'s, leave as files, and another period is one choice away',
  { tag: ONCE }, async ({ page }) => {
    await openAs(page, 'giamdoc', PATH);
    await expect(page.locator('.rate').first()).toBeVisible();
    const answer = await page.request.get('/api/figures?period=2017-Q1');
    const { rates, terms } = (await answer.json()) as Figures;
    const shown = await page.locator('.rates').first().locator('.rate-fraction')
      .allTextContents();
    expect(shown.map((text) => text.replace(/[\s.]/g, ''))).toEqual(
      rates.map((rate) => `${rate.numerator}/${rate.denominator}`));
    expect((await page.locator('.rescued .cell').allTextContents()).map(Number)).toEqual(
      rates.flatMap((rate) => rate.rescued.map((one) => one.count)));
    const first_days = page.locator('.terms').first().locator('tbody tr td:nth-child(3)');
    expect(await first_days.allTextContents()).toEqual(terms.rows.map((row) => row.first_days));
    const links = page.locator('.files a');
    await expect(links).toHaveCount(3);
    for (const link of await links.all()) {
      const file = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(file.ok()).toBe(true);
    }
    await page.locator('#period').selectOption('2016');
    await expect(page).toHaveURL(/period=2016/);
    await expect(page.locator('.list-head')).toContainText('31/12/2016');
    await expectAccessible(page);
  });

test('a number opens its dossiers, a dossier opens its page', async ({ page }) => {
  await openAs(page, 'giamdoc', PATH);
  const number = page.locator('.official tfoot .sum a').first();
  const count = ((await number.textContent()) ?? '').replace(/\D/g, '');
  await number.click();
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('main')).toContainText(new RegExp(`${count} hồ sơ`));
  await expectAccessible(page);
  await page.locator('.behind a.open').first().click();
  await expect(page.locator('.deadline')).toBeVisible();
});

test('what only a later date kept leads to a dossier that says so', { tag: ONCE },
  async ({ page }) => {
    await openAs(page, 'giamdoc', PATH);
    await page.locator('.rescued .cell').first().click();
    await page.locator('.behind a.open').first().click();
    await expect(page.locator('.promise-outcome')).toContainText('trễ so với ngày hẹn đầu tiên');
    await expectAccessible(page);
  });
