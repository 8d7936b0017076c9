// Journeys in Debian's Chromium against a running demo office (MOTCUA_URL). Nothing is downloaded.
import { defineConfig } from '@playwright/test';

const browser = {
  executablePath: process.env.MOTCUA_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export default defineConfig({
  testDir: 'journeys',
  fullyParallel: true,
  workers: 2,
  // Journeys wait for states, not for time; these only end what hangs, also on a busy machine.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: 'line',
  use: {
    baseURL: process.env.MOTCUA_URL ?? 'http://127.0.0.1:8080',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: browser,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1366, height: 768 } } },
    { name: 'phone', grepInvert: /@once/, use: { viewport: { width: 360, height: 740 },
      hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  ],
});
