// The mail that has come to people, read from the folder of the mail server beside the demo office.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

export interface Letter { subject: string; text: string }

function decoded(words: string): string {
  return words.replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi,
      (_, packed: string) => Buffer.from(packed, 'base64').toString());
}

/** A message as the office writes it: one part, its text in base64 or as it is. */
function read(file: string): Letter & { to: string } {
  const [head = '', ...body] = readFileSync(file, 'utf8').split(/\r?\n\r?\n/);
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\r?\n[ \t].*)*)`, 'im').exec(head)?.[1] ?? '';
  const packed = /base64/i.test(header('Content-Transfer-Encoding'));
  const text = body.join('\n\n');
  return { to: header('To'), subject: decoded(header('Subject')),
    text: packed ? Buffer.from(text, 'base64').toString() : text };
}

function lettersTo(address: string): Letter[] {
  const folder = process.env.MOTCUA_MAIL;
  if (!folder) throw new Error('MOTCUA_MAIL names no folder: ./dev test --only browser sets it');
  const files = readdirSync(join(folder, 'new')).map((name) => join(folder, 'new', name));
  return files.map(read).filter((one) => one.to.includes(address));
}

/** The letter with this subject, once it is there. */
export async function letterTo(address: string, subject: RegExp): Promise<Letter> {
  const subjects = () => lettersTo(address).map((one) => one.subject).join('\n');
  await expect.poll(subjects, { message: `mail to ${address}` }).toMatch(subject);
  const found = lettersTo(address).find((one) => subject.test(one.subject));
  if (!found) throw new Error('the letter is gone again');
  return found;
}
