// How fast citizens' pages are on a slow phone: Chromium with its processor slowed down four times
// and a slow 4G line, a cold cache, against a demonstration office of its own.
//
//   node web/tools/slow_phone.mjs build/motcua
//
// Prints JSON lines for ./dev bench: the moment the page shows what it is for and answers again
// ("usable", median), and what the first view brought over the line, compressed, heads included.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

const RUNS = 3;
const SLOWER = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true,
  deviceScaleFactor: 2, locale: 'vi-VN' };
const MOST_MS = 2500;
const MOST_KB = 130;

/** The page, and what of it must be there before it is of use. */
const PAGES = [
  ['home', '/', '.home-quick a'],
  ['procedures', '/thu-tuc/', '.procedures-list a'],
  ['procedure', '/thu-tuc/official-travel/', 'main h1'],
  ['guided choice', '/chon-thu-tuc/', '.guide-answers a'],
  ['open figures', '/so-lieu/', '.open-rate'],
  ['tracking', '/tra-cuu/', 'main input'],
];

async function startOffice(program) {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-phone-'));
  const office = spawn(program, ['demo', '--data', join(folder, 'office'), '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    office.kill('SIGTERM');
    await new Promise((resolve) => office.once('exit', resolve));
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: office.stdout })) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (found) return { address: found[0], stop };
  }
  throw new Error('the office did not start');
}

/** In the page: notes when `wanted` is there, painted, and the page answers again. */
function watch(wanted) {
  const look = () => {
    if (!document.querySelector(wanted)) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => { globalThis.usableAt = performance.now(); }));
  };
  requestAnimationFrame(look);
}

async function firstView(browser, address, wanted) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  let bytes = 0;
  line.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch, wanted);
  await page.goto(address, { waitUntil: 'networkidle' });
  const usable = await (await page.waitForFunction(() => globalThis.usableAt)).jsonValue();
  await context.close();
  return { usable, bytes };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function tell(name, value, unit, at_most) {
  console.log(JSON.stringify({ name, value: Number(value.toFixed(1)), unit, at_most }));
}

async function main(program) {
  const office = await startOffice(program);
  const browser = await chromium.launch({
    executablePath: process.env.MOTCUA_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    for (const [name, path, wanted] of PAGES) {
      const views = [];
      for (let run = 0; run < RUNS; run++) {
        views.push(await firstView(browser, office.address + path, wanted));
      }
      tell(`slow_phone/${name}/usable`, median(views.map((view) => view.usable)), 'ms', MOST_MS);
      tell(`slow_phone/${name}/first_view`, median(views.map((view) => view.bytes)) / 1000, 'kB',
        MOST_KB);
    }
  } finally {
    await browser.close();
    await office.stop();
  }
}

await main(process.argv[2]);
