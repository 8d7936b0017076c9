// Designing as an office does: a head of division moves a decision by one row of the matrix, tries
// it on last year's dossiers and submits it, the director publishes; a step goes by keyboard; the
// canvas draws and edits; every page is accessible in both languages.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, ONCE, openAs, PASSWORD, signInQuietly } from './desk';

const HEAD = 'thu';
const TABS = ['quy-trinh', 'so-do', 'bang-quyet-dinh', 'bieu-mau', 'giay-to', 'loi-van', 'kiem-tra',
  'thu', 'so-sanh', 'cong-bo'];

interface Subject { kind: string; id: string; versions: { number: number }[] }
interface Design { subjects: Subject[] }
interface Draft { id: string; number: number }

/** A draft of the last version of a subject, made over the API. */
async function draftOf(page: Page, kind: string, subject: string, title: string): Promise<Draft> {
  const csrf = await signInQuietly(page, HEAD);
  const design = await (await page.request.get('/api/design')).json() as Design;
  const versions = design.subjects.find((one) => one.kind === kind && one.id === subject)?.versions;
  expect(versions?.length).toBeGreaterThan(0);
  const base = Math.max(...(versions ?? []).map((one) => one.number));
  const made = await page.request.post('/api/design/drafts', {
    headers: { 'X-CSRF-Token': csrf }, data: { kind, subject, base, title } });
  expect(made.status()).toBe(201);
  return await made.json() as Draft;
}

async function saved(page: Page): Promise<void> {
  await expect(page.locator('.save-line')).toHaveClass(/saved/);
}

async function dateInto(page: Page, id: string, date: string): Promise<void> {
  const [year, month, day] = date.split('-').map(Number);
  await page.locator(`[id="${id}"]`).fill(String(day));
  await page.locator(`[id="${id}-month"]`).fill(String(month));
  await page.locator(`[id="${id}-year"]`).fill(String(year));
}

/** The office's today: the demonstration has a clock of its own. */
async function today(page: Page): Promise<string> {
  const { now } = await (await page.request.get('/api/office')).json() as { now: string };
  return now.slice(0, 10);
}

test('the decision on short, self-funded trips moves from the City to the department',
  { tag: ONCE }, async ({ page, browser }) => {
    const draft = await draftOf(page, 'matrix', 'travel-abroad', 'Sở quyết định chuyến đi ngắn');
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/bang-quyet-dinh/`);
    const table = page.locator('.decision').filter({ has: page.locator('#decision-authority') });
    const rows = table.locator('.rules tbody tr');
    await expect(rows.first()).toBeVisible();
    const before = await rows.count();
    await table.getByRole('button', { name: 'Thêm dòng' }).click();
    await expect(rows).toHaveCount(before + 1);
    await rows.nth(before).getByRole('button', { name: /^Chuyển dòng lên/ }).click();
    const row = before - 1;
    const heads = await table.locator('.rules thead th code').allTextContents();
    const cell = (of: string) => page.locator(`[id="authority-${row}-${heads.indexOf(of)}"]`);
    await cell('rank').fill('"department-deputy"');
    await cell('rank').press('Alt+ArrowRight');
    const beside = page.locator(`[id="authority-${row}-${heads.indexOf('rank') + 1}"]`);
    await expect(beside).toBeFocused();
    await cell('trip.funding').fill('"own"');
    await cell('trip.days').fill('<= 5');
    await cell('decider').fill('"director"');
    await saved(page);
    await page.reload();
    await expect(cell('decider')).toHaveValue('"director"');

    await page.getByRole('link', { name: 'Thử', exact: true }).click();
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    const figures = page.locator('.figures-row');
    await expect(figures).toBeVisible();
    await expect(figures.locator('.main b')).not.toHaveText('0');
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Kiểm tra', exact: true }).click();
    await expect(page.locator('.problem-line .badge.late')).toHaveCount(0);
    await page.getByRole('link', { name: 'Công bố', exact: true }).click();
    const day = await today(page);
    await dateInto(page, 'submit-in_force_from', day);
    await page.locator('#submit-number').fill('15/QĐ-UBND');
    await dateInto(page, 'submit-date', day);
    await page.locator('#submit-by').fill('Ủy ban nhân dân thành phố');
    await page.getByRole('button', { name: 'Nộp', exact: true }).click();
    await expect(page.locator('#judge-title')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Công bố phiên bản' })).toHaveCount(0);

    const other = await browser.newContext({ locale: 'vi-VN' });
    const desk = await other.newPage();
    const session = await desk.request.post('/api/session',
      { data: { username: 'giamdoc', password: PASSWORD } });
    expect(session.ok()).toBe(true);
    await desk.goto(`/thiet-ke/ban-thao/${draft.id}/cong-bo/`);
    await desk.getByRole('button', { name: 'Công bố phiên bản' }).click();
    await expect(desk.locator('.notice.done')).toContainText(String(draft.number));
    await other.close();
  });

test('a step goes by keyboard, comes back by undo, and nothing is lost on reload',
  async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'abtc', 'Bớt một bước');
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/quy-trinh/`);
    const tasks = page.locator('.step-row.task');
    await expect(tasks).toHaveCount(7);
    const remove = page.locator('#step-police-open').locator('..')
      .getByRole('button', { name: /^Bỏ bước/ });
    await remove.focus();
    await page.keyboard.press('Enter');
    await expect(tasks).toHaveCount(6);
    await expect(page.locator('#step-police-open')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(tasks).toHaveCount(7);
    await page.keyboard.press('Control+Shift+z');
    await expect(tasks).toHaveCount(6);
    await saved(page);
    await page.reload();
    await expect(tasks).toHaveCount(6);
    await expectAccessible(page);
  });

test('who is late to save is told who was first and keeps his own as a draft', { tag: ONCE },
  async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'abtc', 'Hai người cùng sửa');
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/quy-trinh/`);
    const csrf = await signInQuietly(page, HEAD);
    const one = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
      revision: number; files: Record<string, string> };
    const other = await page.request.put(`/api/design/drafts/${draft.id}/files`, {
      headers: { 'X-CSRF-Token': csrf, 'If-Match': `"${one.revision}"` },
      data: { files: { 'texts.en.toml': one.files['texts.en.toml'] + '\n' } } });
    expect(other.ok()).toBe(true);
    await page.locator('#step-city-open').click();
    await page.locator('#city-vi').fill('Thành phố quyết định');
    await expect(page.locator('.save-line')).toHaveClass(/conflict/);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await expect(page.locator('h1')).toContainText('(bản của tôi)');
    await expect(page.locator('#step-city-open')).toContainText('Thành phố quyết định');
  });

test('the canvas draws the process, edits a step and keeps its mark visible', { tag: ONCE },
  async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'abtc', 'Trên sơ đồ');
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/so-do/`);
    await page.locator('[data-element-id="examine"] .djs-hit').first().click();
    await expect(page.locator('#canvas-act')).toHaveValue('propose');
    await expect(page.locator('.bjs-powered-by')).toBeVisible();
    await expect(page.locator('.djs-palette .entry').first()).toHaveAccessibleName(/^Công cụ/);
    await expectAccessible(page);
    await page.locator('#canvas-name').fill('Phòng tổng hợp');
    await saved(page);
    expect(refused).toEqual([]);
    await page.getByRole('link', { name: 'Danh sách bước' }).click();
    await expect(page.locator('.step-row.task')).toHaveCount(7);
    const kept = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
      files: Record<string, string> };
    expect(kept.files['process.bpmn']).toContain('name="Phòng tổng hợp" motcua:act="propose"');
  });

for (const language of ['', '/en']) {
  test(`every page of a draft is accessible ${language || 'in Vietnamese'}`, async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'abtc', 'Xem các trang');
    await openAs(page, HEAD, `${language}/thiet-ke/`);
    await expect(page.locator('.subject').first()).toBeVisible();
    await expectAccessible(page);
    for (const tab of TABS) {
      await page.goto(`${language}/thiet-ke/ban-thao/${draft.id}/${tab}/`);
      await expect(page.locator('.designer-tabs a[aria-current]')).toBeVisible();
      await expect(page.locator('.loading')).toHaveCount(0);
      await expectAccessible(page);
    }
    await page.goto(`${language}/thiet-ke/de-xuat/`);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
    await expectAccessible(page);
  });
}
