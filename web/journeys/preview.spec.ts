// A paper is looked at in the page: by the applicant before it is sent, by the officer afterwards.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { deflateSync } from 'node:zlib';
import { draftApplication, expectAccessible, openAs, submitApplication } from './desk';

/** A PDF whose pages say which they are. */
function pdfOf(pages: string[]): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const sheets = pages.map((words, index) => {
    const drawn = `BT /F 36 Tf 60 700 Td (${words}) Tj ET 0 0 300 200 re f`;
    return `${4 + index * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]`
      + `/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>endobj\n`
      + `${5 + index * 2} 0 obj<</Length ${drawn.length}>>stream\n${drawn}\nendstream endobj\n`;
  }).join('');
  return Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
    + `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj\n`
    + '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n'
    + `${sheets}trailer<</Root 1 0 R>>\n%%EOF\n`);
}

function crc(bytes: Buffer): number {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** A picture, 64 by 64, black. */
function png(): Buffer {
  const part = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const out = Buffer.alloc(named.length + 8);
    out.writeUInt32BE(body.length, 0);
    named.copy(out, 4);
    out.writeUInt32BE(crc(named), named.length + 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), part('IHDR', head),
    part('IDAT', deflateSync(Buffer.alloc(64 * 65))), part('IEND', Buffer.alloc(0))]);
}

/** How many dots of the upper half of the page drawn, where its words are, are dark. */
function dark(canvas: Locator): Promise<number> {
  return canvas.evaluate((drawn: HTMLCanvasElement) => {
    const { data } = drawn.getContext('2d')!.getImageData(0, 0, drawn.width, drawn.height / 2);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i]! < 64 && data[i + 3]! > 192) count += 1;
    return count;
  });
}

/** What the page's own policy refused. */
function refusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (said) => {
    if (said.text().includes('Content Security Policy')) refused.push(said.text());
  });
  return refused;
}

async function lookAtPdf(page: Page, within: Locator): Promise<void> {
  await within.getByRole('button', { name: /^Xem/ }).first().click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByText('Trang 1 trên 2')).toBeVisible();
  await expect.poll(() => dark(dialog.locator('canvas'))).toBeGreaterThan(200);
  await expect(dialog).toContainText('Trang dau');
  await expectAccessible(page);
  await dialog.locator('.preview-frame').focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByText('Trang 2 trên 2')).toBeVisible();
  await expect(dialog).toContainText('Trang sau nua');
  const before = await dialog.locator('canvas').evaluate((one) => one.clientWidth);
  await dialog.getByRole('button', { name: 'Phóng to' }).click();
  await expect.poll(() => dialog.locator('canvas').evaluate((one) => one.clientWidth))
    .toBeGreaterThan(before * 1.5);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

test('papers are looked at before they are sent, each with its limits', async ({ page }) => {
  const refused = refusals(page);
  const draft = (await draftApplication(page)).split('/').pop() ?? '';
  await page.goto(`/nop-ho-so/official-travel/${draft}/giay-to/`);
  const box = page.locator('.paper-box').first();
  await expect(box).toContainText('mỗi tệp tối đa 20 MB, tệp PDF tối đa 500 trang');
  await box.locator('input[type=file]').setInputFiles({ name: 'hai-trang.pdf',
    mimeType: 'application/pdf', buffer: pdfOf(['Trang dau', 'Trang sau nua']) });
  await expect(box.locator('.badge.done')).toHaveCount(1);
  await lookAtPdf(page, box);
  await box.locator('input[type=file]')
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: png() });
  await expect(box.locator('.badge.done')).toHaveCount(2);
  await box.getByRole('button', { name: 'Xem anh.png' }).click();
  const picture = page.locator('dialog[open] img');
  await expect(picture).toHaveAttribute('alt', 'Ảnh anh.png');
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(64);
  await expectAccessible(page);
  expect(refused).toEqual([]);
});

test('an officer looks at a paper that was sent', async ({ page }) => {
  const refused = refusals(page);
  const { code } = await submitApplication(page);
  await openAs(page, 'lan', `/can-bo/ho-so/${code}/`);
  await page.getByRole('button', { name: /^Xem van-ban/ }).first().click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByText('Trang 1 trên 1')).toBeVisible();
  await expectAccessible(page);
  expect(refused).toEqual([]);
});
