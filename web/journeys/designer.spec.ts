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
  await expect(page.locator('.save-line')).toHaveClass(/ saved$/);
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

test('a cell is checked while it is typed, in the language of the reader', { tag: ONCE },
  async ({ page }) => {
    const draft = await draftOf(page, 'matrix', 'travel-abroad', 'Ô sai');
    for (const [language, word] of [['', 'Ký tự 4'], ['/en', 'Character 4']] as const) {
      await openAs(page, HEAD, `${language}/thiet-ke/ban-thao/${draft.id}/bang-quyet-dinh/`);
      const cell = page.locator('[id="authority-0-3"]');
      await cell.fill('<= )');
      const wrong = page.locator('[id="authority-0-3-wrong"]');
      await expect(wrong).toContainText(word);
      await expect(cell).toHaveAttribute('aria-invalid', 'true');
      await expectAccessible(page);
      await cell.fill('<= 5');
      await expect(wrong).toHaveCount(0);
    }
  });

test('who a matrix may name and its limits are edited in the page', { tag: ONCE },
  async ({ page }) => {
    const draft = await draftOf(page, 'matrix', 'travel-abroad', 'Cấp và giới hạn');
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/loi-van/`);
    await page.getByRole('button', { name: 'Thêm cấp quyết định' }).click();
    const decider = page.locator('.toml-item').filter({ has: page.locator('#m-decider-2-who') });
    await page.locator('#m-decider-2-name-vi').fill('Trưởng phòng Lãnh sự');
    await page.locator('#m-decider-2-name-en').fill('Head of the Consular Division');
    const posts = page.locator('#m-decider-2-who');
    await expect(posts.locator('option', { hasText: 'Lê Quang Minh' })).toHaveCount(1);
    await posts.selectOption({ label: 'Trưởng phòng Lãnh sự: Lê Quang Minh' });
    await expect(decider.locator('h3')).toHaveText('Trưởng phòng Lãnh sự');
    await page.locator('#m-limit-0-value').fill('12');
    await saved(page);
    const kept = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
      files: Record<string, string> };
    expect(kept.files['matrix.toml']).toContain('post = "truong-phong-lanh-su"');
    expect(kept.files['matrix.toml']).toContain('value = 12');
    await expectAccessible(page);
  });

test('a table of many columns is read without scrolling, what no row uses folded away',
  async ({ page }, { project }) => {
    const draft = await draftOf(page, 'matrix', 'travel-abroad-an-giang', 'Đọc bảng');
    await page.setViewportSize(project.name === 'phone' ? { width: 320, height: 740 }
      : { width: 1280, height: 800 });
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/bang-quyet-dinh/`);
    const decision = page.locator('.decision').filter({ has: page.locator('#decision-authority') });
    const sideways = () => decision.locator('.rule-scroll').evaluate(
      (region) => region.scrollWidth - region.clientWidth);
    const cells = decision.locator('.rules tbody tr').first().locator('td .cell-input');
    await expect(cells).toHaveCount(6);
    expect(await sideways()).toBe(0);
    await page.locator('#authority-0-0').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(page.locator('#authority-0-2'), 'over the column folded away').toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#authority-1-2'), 'a cell has one line').toBeFocused();
    await expectAccessible(page);
    await decision.getByRole('button', { name: /^Hiện 4 điều kiện/ }).click();
    await expect(cells).toHaveCount(10);
    expect(await sideways()).toBe(0);
    const cut = await cells.evaluateAll((all) => all.filter((one) => (
      one.scrollWidth > one.clientWidth)).length);
    expect(cut, 'cells whose text is cut').toBe(0);
    await expectAccessible(page);
  });

test('the canvas takes the whole window, and Escape gives it back', { tag: ONCE },
  async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'official-travel', 'Xem rộng');
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/so-do/`);
    const board = page.locator('.canvas-place');
    const button = page.getByRole('button', { name: 'Xem rộng cả cửa sổ' });
    await expect(page.locator('.djs-container [data-element-id="examine"]')).toBeVisible();
    const narrow = (await board.boundingBox())!.width;
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toBeFocused();
    expect((await board.boundingBox())!.width).toBeGreaterThan(narrow + 200);
    await expect(page.locator('.bjs-powered-by')).toBeVisible();
    await expectAccessible(page);
    await page.locator('.djs-container [data-element-id="examine"]').click();
    await expect(page.locator('#canvas-act')).toHaveValue('propose');
    await page.reload();
    await expect(button, 'for the visit').toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[inert] .designer-tabs, .designer-tabs[inert]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(page.locator('[inert]')).toHaveCount(0);
  });

test('the drawing has names in two languages, and is read in the reader\'s', { tag: ONCE },
  async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'record-confirmation', 'Tên tiếng Anh');
    await openAs(page, HEAD, `/en/thiet-ke/ban-thao/${draft.id}/so-do/`);
    const board = page.locator('.djs-container');
    await expect(board.locator('[data-element-id="found_label"]')).toContainText('Kept there?');
    await expect(board.locator('[data-element-id="head"]')).toContainText('The head settles');
    await board.locator('[data-element-id="found"] .djs-hit').first().click();
    await expect(page.locator('#canvas-name')).toHaveValue('Có lưu?');
    await page.locator('#canvas-name-en').fill('On file?');
    await expect(board.locator('[data-element-id="found_label"]')).toContainText('On file?');
    await saved(page);
    await page.goto(`/en/thiet-ke/ban-thao/${draft.id}/loi-van/`);
    const english = page.locator('#text-drawing-gateway-found-en');
    await expect(english).toHaveValue('On file?');
    await english.fill('Found on file?');
    await saved(page);
    await page.goto(`/en/thiet-ke/ban-thao/${draft.id}/so-sanh/`);
    const drawings = page.locator('svg.pd');
    await expect(drawings.first()).toContainText('Kept there?');
    await expect(drawings.last()).toContainText('Found on file?');
    await expect(drawings.last()).toContainText('The head settles');
    await expect(drawings.last(), 'a timer, too').toContainText('Not done in half');
    await expect(page.locator('.change-list')).toContainText('English name');
    await expectAccessible(page);
    await page.goto(`/thiet-ke/ban-thao/${draft.id}/so-sanh/`);
    await expect(drawings.last()).toContainText('Có lưu?');
  });

test('steps inside a sub-process are changed in the list of steps', async ({ page }) => {
  const draft = await draftOf(page, 'procedure', 'record-confirmation', 'Bên trong');
  await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/quy-trinh/`);
  const inside = page.getByRole('list', { name: /^Bên trong: Tra cứu hồ sơ giấy/ });
  await expect(inside.locator('.step-row.task')).toHaveCount(3);
  await page.locator('#step-examine-open').focus();
  await page.keyboard.press('Enter');
  await page.locator('#examine-vi').fill('Tra cứu kho lưu trữ');
  await page.locator('#examine-role').selectOption('head');
  await page.locator('#examine-share-0').fill('6 working-hours');
  await expect(inside.getByRole('link', { name: 'Sửa biểu mẫu riêng' })).toHaveAttribute('href',
    /bieu-mau\/\?b=examine$/);
  await expect(inside.getByRole('button', { name: /^Bỏ bước/ })).toHaveCount(0);
  await saved(page);
  await expectAccessible(page);
  const { files } = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
    files: Record<string, string> };
  expect(files['process.bpmn']).toMatch(/id="examine" name="Tra cứu kho lưu trữ"[^>]*role="head"/);
  expect(files['procedure.toml']).toContain('examine = "6 working-hours"');
  expect(files['texts.vi.toml']).toContain('examine = "Tra cứu kho lưu trữ"');
});

test('what is wrong is shown on the canvas at its element, and reached from the list',
  { tag: ONCE }, async ({ page }) => {
    const draft = await draftOf(page, 'procedure', 'official-travel', 'Vai trò không ai giữ');
    const csrf = await signInQuietly(page, HEAD);
    const one = await (await page.request.get(`/api/design/drafts/${draft.id}`)).json() as {
      revision: number; files: Record<string, string> };
    const drawn = one.files['process.bpmn'] ?? '';
    const changed = drawn.replace('motcua:role="specialist"', 'motcua:role="astrologer"');
    expect(changed).not.toBe(drawn);
    const put = await page.request.put(`/api/design/drafts/${draft.id}/files`, {
      headers: { 'X-CSRF-Token': csrf, 'If-Match': `"${one.revision}"` },
      data: { files: { 'process.bpmn': changed } } });
    expect(put.ok(), await put.text()).toBe(true);
    await openAs(page, HEAD, `/thiet-ke/ban-thao/${draft.id}/kiem-tra/`);
    const problem = page.locator('.problem-line').filter({ hasText: 'astrologer' }).first();
    await problem.getByRole('link', { name: /^Xem trên sơ đồ/ }).click();
    const sign = page.locator('.problem-sign[data-problem="examine"]').first();
    await expect(sign).toBeVisible();
    await expect(page.locator('#canvas-act')).toHaveValue('propose');
    await expect(page.locator('.canvas-panel')).toContainText('astrologer');
    await expect(page.locator('.condition-sign').first()).toBeVisible();
    await expectAccessible(page);
  });

/** Far ahead, so that no other journey's procedure ends under it. */
const LATER = '2031-01-01';

for (const { kind, subjects, into, words } of [
  { kind: 'abolish', subjects: ['prime-minister-conference'], into: '', words: 'Bãi bỏ' },
  { kind: 'merge', subjects: ['foreign-ngo-office-change'], into: 'foreign-ngo-office',
    words: 'Gộp' },
  { kind: 'delegate', subjects: ['abtc'], into: '', words: 'Phân cấp' }]) {
  test(`a proposal to ${kind} goes from the burden before to the decision and its day`,
    { tag: ONCE }, async ({ page, browser }) => {
      const why = `Bớt gánh nặng (${kind})`;
      await openAs(page, HEAD, '/thiet-ke/de-xuat/');
      await page.getByRole('button', { name: 'Đề xuất mới' }).click();
      await page.locator('#propose-kind').selectOption(kind);
      for (const one of subjects) await page.locator(`#propose-${one}`).check();
      if (into) await page.locator('#propose-into').selectOption(into);
      await page.locator('#propose-why').fill(why);
      await dateInto(page, 'propose-in_force_from', LATER);
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button').last().click();
      const card = page.locator('li.card').filter({ hasText: why });
      await expect(card.locator('h2')).toContainText(words);
      await expect(card.getByText(/giấy tờ/).first()).toBeVisible();
      await expect(card.getByRole('button', { name: /^Quyết định/ })).toHaveCount(0);

      const other = await browser.newContext({ locale: 'vi-VN' });
      const desk = await other.newPage();
      const session = await desk.request.post('/api/session',
        { data: { username: 'giamdoc', password: PASSWORD } });
      expect(session.ok()).toBe(true);
      await desk.goto('/thiet-ke/de-xuat/');
      const mine = desk.locator('li.card').filter({ hasText: why });
      await mine.getByRole('button', { name: /^Quyết định/ }).click();
      await desk.locator('#act-number').fill('20/QĐ-UBND');
      await dateInto(desk, 'act-date', await today(desk));
      await desk.locator('#act-by').fill('Ủy ban nhân dân thành phố');
      await desk.getByRole('dialog').getByRole('button').last().click();
      await expect(mine).toContainText('20/QĐ-UBND');
      await mine.getByRole('button', { name: /thực hiện/ }).click();
      await desk.getByRole('dialog').getByRole('button').last().click();
      await expect(mine).toContainText(/Đã thực hiện/);
      await expectAccessible(desk);
      const design = await (await desk.request.get('/api/design')).json() as {
        subjects: { id: string; versions: { abolished_on: string | null }[] }[] };
      const ends = design.subjects.find((one) => one.id === subjects[0])?.versions.at(-1);
      expect(ends?.abolished_on).toBe(kind === 'delegate' ? null : LATER);
      await other.close();
    });
}

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
