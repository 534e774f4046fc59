/** Takes the pictures of the page for people, as the example business of `start` shows it: `pnpm pictures`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, startBrowser } from '../services/browser.ts';
import { root } from '../steps.ts';
import { take } from './take.ts';

/** Milliseconds that the example business may take to be judged. */
const patience = 60_000;

interface Started {
  readonly child: ChildProcess;
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly said: string;
}

/** Runs `plumbline start` on a folder of its own, and reads off what it prints. */
const start = async (folder: string): Promise<Started> => {
  const args = ['apps/cli/src/main.ts', 'start', '--data', folder, '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes('Running.')) break;
  }
  const url = /^Page +(\S+)$/m.exec(said)?.[1];
  const key = /plb_\S+/.exec(said)?.[0];
  return { child, url, key, said };
};

/** Puts this heading at the top of what is seen. */
const showFrom = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name }).evaluate((heading) => {
    heading.scrollIntoView();
    heading.ownerDocument.defaultView?.scrollBy(0, -16);
  });

const photograph = async (page: Page, { url, key, said }: Started): Promise<void> => {
  if (url === undefined || key === undefined) throw new Error(`start printed no page or no key:\n${said}`);
  await page.goto(url);
  await page.getByLabel('Key', { exact: true }).fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'The Reading Lamp' }).click();
  await showFrom(page, 'Your automations');
  await take(page, 'page-1-automations');
  await page.getByRole('link', { name: 'A seat at a reading' }).click();
  await page.getByText('Answer this').first().click();
  await page.getByLabel('Your name').fill('Maria');
  await showFrom(page, 'What you are asked');
  await take(page, 'page-2-question');
};

const folder = mkdtempSync(join(tmpdir(), 'plumbline-pictures-'));
let started: Started | undefined;
let browser: Browser | undefined;
try {
  started = await start(join(folder, 'data'));
  browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 960, height: 620 }, colorScheme: 'light' });
  page.setDefaultTimeout(patience);
  await photograph(page, started);
} finally {
  await browser?.close();
  if (started?.child.exitCode === null) {
    started.child.kill();
    await once(started.child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}
