// What anybody sees: the guided choice, how the office keeps its promises, and that no public page
// asks anything of anybody else.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, ONCE } from './desk';

interface OpenFigures {
  period: { id: string };
  total: { rates: { numerator: number; denominator: number }[] };
  lines: { name: { vi: string }; counts: Record<string, number> }[];
  quarters: { id: string; csv: string }[];
}

test('a few answers lead to the right procedure, and one can change them', async ({ page }) => {
  await page.goto('/');
  await page.locator('.home-guide a').click();
  await expect(page.locator('h1')).toHaveText('Bạn muốn làm gì?');
  await expect(page.locator('h1')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Tổ chức hội nghị' }).click();
  await expect(page.locator('h1')).toContainText('Ai quyết định');
  await page.getByRole('link', { name: 'Đổi câu trả lời: Bạn muốn làm gì?' }).click();
  await page.getByRole('link', { name: 'Đi nước ngoài' }).click();
  await page.getByRole('link', { name: 'thẻ ABTC' }).click();
  await expect(page.locator('h1')).toHaveText('Bạn cần thủ tục này');
  await expect(page.locator('.guide-answered dd')).toHaveCount(2);
  await expectAccessible(page);
  await page.goBack();
  await expect(page.locator('h1')).toContainText('Ai đi');
  await page.goForward();
  await page.getByRole('link', { name: 'Xem giấy tờ' }).click();
  await expect(page).toHaveURL(/thu-tuc\/abtc\//);
});

test('the guided choice works by the keyboard, in English, and says so when it has no answer',
  { tag: ONCE }, async ({ page }) => {
    await page.goto('/en/chon-thu-tuc/');
    await page.locator('.guide-answers a').last().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toHaveText('What we advise');
    await expect(page.locator('h1')).toBeFocused();
    await expectAccessible(page);
    await page.goto('/chon-thu-tuc/?da-chon=khong-co');
    await expect(page.locator('main')).toContainText('Không tìm thấy');
  });

test('the open figures are the API\'s, in both languages, and print as a table',
  async ({ page, baseURL }) => {
    await page.goto('/so-lieu/');
    await expect(page.locator('.open-rate')).toHaveCount(3);
    const told = (await (await page.request.get('/api/open-figures/latest')).json()) as OpenFigures;
    const shown = await page.locator('.open-rate > .strong').allTextContents();
    expect(shown.map((words) => words.replace(/[^\d/]/g, ''))).toEqual(
      told.total.rates.map((rate) => `${rate.numerator}/${rate.denominator}`));
    await expect(page.locator('.open-lines tbody tr')).toHaveCount(told.lines.length);
    await expectAccessible(page);
    const earlier = told.quarters[1]!;
    await page.locator('#quarter').selectOption(earlier.id);
    await expect(page).toHaveURL(new RegExp(`ky=${earlier.id}`));
    await expect(page.locator('.open-figures-head .muted')).toContainText(earlier.id.slice(0, 4));
    const file = await page.request.get(`${baseURL}${earlier.csv}`);
    expect(file.headers()['content-type']).toContain('text/csv');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.quarter-box')).toBeHidden();
    await expect(page.locator('.open-lines thead')).toBeVisible();
    await page.emulateMedia({ media: null });
    await page.goto('/en/so-lieu/');
    await expect(page.locator('h1')).toHaveText('How we keep our promises');
    await expect(page.locator('.open-rate')).toHaveCount(3);
    await expectAccessible(page);
  });

/** What a page asks of other places, and what its policy had to stop. */
async function watch(page: Page, home: string): Promise<string[]> {
  const found: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && protocol !== 'data:' && protocol !== 'blob:') found.push(request.url());
  });
  await page.exposeFunction('stopped', (what: string) => { found.push(what); });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { stopped: (what: string) => void })
        .stopped(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return found;
}

test('no page of the sitemap asks another origin, meets its own policy or needs over 320 pixels',
  { tag: ONCE },
  async ({ page, baseURL }) => {
    const home = new URL(baseURL ?? '').origin;
    const found = await watch(page, home);
    const sitemap = await (await page.request.get('/sitemap.xml')).text();
    const paths = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)]
      .map((place) => place[1] ?? '')
      .filter((path) => !/thu-tuc\/./.test(path) || path.includes('/abtc/'));
    expect(paths.length).toBeGreaterThan(10);
    await page.setViewportSize({ width: 320, height: 640 });
    const titles = new Set<string>();
    for (const path of paths) {
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator('html')).toHaveAttribute('lang', /^\/en/.test(path) ? 'en' : 'vi');
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(paths.length);
    expect(found).toEqual([]);
  });
