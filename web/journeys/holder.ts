// People with accounts, as the journeys make them: each its own, so that none meets another; and
// the codes an authenticator would show (RFC 6238).
import { createHmac, randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

export const HOLDER_PASSWORD = 'bon tu khong lien quan';
const STEP_MS = 30_000;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface Holder { email: string; name: string; id: string; csrf: string }

export function newEmail(name: string): string {
  return `${name}.${randomUUID().slice(0, 8)}@example.org`;
}

/** Makes an account without a page and signs this browser in with it. */
export async function register(page: Page, name: string, language = 'vi'): Promise<Holder> {
  const email = newEmail(name.split(' ').at(-1)?.toLowerCase() ?? 'ai');
  const answer = await page.request.post('/api/accounts',
    { data: { name, email, language, password: HOLDER_PASSWORD } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id, csrf } = (await answer.json()) as { id: string; csrf: string };
  await page.addInitScript(() => localStorage.setItem('motcua.signed-in', '1'));
  return { email, name, id, csrf };
}

/** Enters an organisation without a page; gives its id. */
export async function enterOrganisation(page: Page, { csrf }: Holder, name: string) {
  const answer = await page.request.post('/api/account/organisations',
    { headers: { 'X-CSRF-Token': csrf }, data: { name, address: '1 Tràng Tiền, Hoàn Kiếm' } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

function bytesOf(base32: string): Buffer {
  let bits = '';
  for (const letter of base32.replace(/\s/g, '')) {
    bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** @param ahead steps of half a minute from now: a code is good once, the next one is already. */
export function authenticatorCode(secret: string, ahead = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + ahead));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const start = (digest.at(-1) ?? 0) & 15;
  const number = (digest.readUInt32BE(start) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Sets up two-step sign-in on the page that offers it; gives the secret and the spare codes.
 *  @param present a code of the factor it replaces */
export async function setUpFactor(page: Page, present?: string) {
  await page.locator('section[aria-labelledby=factor] .button').first().click();
  const secret = await page.locator('.factor-letters').innerText();
  if (present) await page.locator('#factor-present').fill(present);
  await page.locator('#factor-code').fill(authenticatorCode(secret));
  await page.locator('section[aria-labelledby=factor] form .button').first().click();
  await expect(page.locator('.spare-codes li')).toHaveCount(10);
  return { secret, spare: await page.locator('.spare-codes li').allInnerTexts() };
}
