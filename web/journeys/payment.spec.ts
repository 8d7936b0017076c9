// A fee paid at the trial bank of a demo office: what is owed and why, the way there and back, the
// window closed and the officer who asks the bank. With the accessibility of each page and state.
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, ONCE, openAs, signInQuietly } from './desk';

interface Received { code: string; secret: string }

/** A dossier that owes 60.000 đồng, received at the counter. */
async function receive(page: Page): Promise<Received> {
  const csrf = await signInQuietly(page, 'lan');
  const answer = await page.request.post('/api/counter/dossiers', {
    headers: { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': csrf },
    data: {
      procedure: 'consular-certification', case: 'standard', outcome: 'received',
      applicant: { kind: 'person', name: 'Lê Thị Mai' }, answers: { papers: { count: 2 } },
      papers: [{ paper: 'document', originals: 1, copies: 1 },
        { paper: 'identity', originals: 0, copies: 1 }],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Received;
}

/** Opens it as its applicant does, and waits for what is owed. */
async function follow(page: Page, { code, secret }: Received, prefix: string) {
  await page.request.post('/api/tracking', { data: { code, secret } });
  await page.goto(`${prefix}/tra-cuu/${code}/`);
  const card = page.locator('section[aria-labelledby=payment]');
  await expect(card).toContainText('60');
  return card;
}

const LANGUAGES = [
  { prefix: '', pay: 'Nộp trực tuyến', at_bank: 'Trả tiền', paid: 'đã nộp', due: 'chưa nộp',
    give_up: 'Không trả, quay lại' },
  { prefix: '/en', pay: 'Pay on-line', at_bank: 'Pay', paid: 'paid', due: 'not paid yet',
    give_up: 'Go back' },
];

for (const words of LANGUAGES) {
  test(`a fee is given up, then paid ${words.prefix || 'in Vietnamese'}`, async ({ page }) => {
    const card = await follow(page, await receive(page), words.prefix);
    await expect(card.locator('h2')).toContainText(words.due);
    await expectAccessible(page);
    await card.getByRole('button', { name: words.pay }).click();
    await expect(page.getByRole('button', { name: words.at_bank, exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.give_up }).click();
    await expect(card.locator('h2')).toContainText(words.due);
    await card.getByRole('button', { name: words.pay }).click();
    await page.getByRole('button', { name: words.at_bank, exact: true }).click();
    await expect(card.locator('h2')).toContainText(words.paid);
    await expectAccessible(page);
  });
}

test(`the window is closed and an officer asks the bank ${ONCE}`, async ({ page }) => {
  const received = await receive(page);
  const card = await follow(page, received, '');
  await card.getByRole('button', { name: 'Nộp trực tuyến' }).click();
  await page.getByRole('button', { name: /đóng cửa sổ/ }).click();
  await openAs(page, 'lan', `/can-bo/ho-so/${received.code}/`);
  const account = page.locator('section#payment');
  await expect(account).toContainText('Đang chờ ngân hàng báo');
  await expectAccessible(page);
  await account.getByRole('button', { name: 'Hỏi cổng thanh toán ngay' }).click();
  await expect(account).toContainText('Đã nộp đủ');
});
