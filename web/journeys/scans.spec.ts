// What officers see of the scanner for malware in an office that has none: each paper says so, and
// so does the quarantine. With a real scanner: tests/scanner.
import { expect, test } from '@playwright/test';
import { expectAccessible, openAs, submitApplication } from './desk';

const LANGUAGES = [
  { prefix: '', mark: 'Chưa quét mã độc', title: 'Tệp bị cách ly',
    none: 'Chưa có tệp nào bị cách ly.', off: 'Cơ quan chưa nối máy quét mã độc' },
  { prefix: '/en', mark: 'Not scanned for malware', title: 'Files in quarantine',
    none: 'No file is in quarantine.', off: 'The office has no scanner for malware' },
];

for (const words of LANGUAGES) {
  test(`papers that nobody scanned are marked ${words.prefix || 'in Vietnamese'}`,
    async ({ page }) => {
      const { code } = await submitApplication(page);
      await openAs(page, 'lan', `${words.prefix}/can-bo/ho-so/${code}/`);
      const papers = page.locator('#papers');
      await expect(papers.getByText(words.mark).first()).toBeVisible();
      await expect(papers.locator('a.paper-file-name').first()).toBeVisible();
      await expectAccessible(page);
      await page.goto(`${words.prefix}/can-bo/cach-ly/`);
      await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
      await expect(page.getByText(words.none)).toBeVisible();
      await expect(page.getByText(words.off)).toBeVisible();
      await expectAccessible(page);
    });
}
