import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import {
  type Browser,
  type BrowserContext,
  type Page,
  startBrowser,
} from '../../../scripts/services/browser.ts';
import { type BrowsedShop, openBrowsedShop } from './browsed-shop.ts';
import { faultsOf } from './page-faults.ts';

/** A shop and a browser for the tests of a file, a fresh page for each of them. */
export interface Visit {
  readonly shop: () => BrowsedShop;
  readonly page: () => Page;
  readonly context: () => BrowserContext;
  /** Addresses that the browser asked for. */
  readonly asked: () => readonly string[];
  readonly heading: (name: string | RegExp) => ReturnType<Page['getByRole']>;
  readonly press: (name: string) => Promise<void>;
  /** Opens a link as from a message, and gives the key by the keyboard alone: one that may read and write, unless given. */
  readonly open: (what?: Readonly<Record<string, string>>, key?: string) => Promise<void>;
}

/**
 * Sets the tests of a file up. Whatever they look at: nothing of it may run, nothing may be asked for elsewhere, and every
 * page can be used by everybody.
 */
export const visiting = (): Visit => {
  let shop: BrowsedShop;
  let browser: Browser;
  let usual: string;
  let context: BrowserContext;
  let page: Page;
  let asked: string[];
  /** What the browser refused or could not run. */
  let refused: string[];
  beforeAll(async () => {
    shop = await openBrowsedShop();
    usual = await shop.keyFor('read', 'write');
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    asked = [];
    refused = [];
    page.on('request', (request) => void asked.push(request.url()));
    page.on('pageerror', (error) => void refused.push(error.message));
    page.on('console', (line) => {
      if (/Content Security|TrustedHTML/i.test(line.text())) refused.push(line.text());
    });
  });
  afterEach(async () => {
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    expect(asked.filter((url) => !url.startsWith(`${shop.running.url}/`) && url !== 'data:,')).toEqual([]);
    expect(refused).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
  return {
    shop: () => shop,
    page: () => page,
    context: () => context,
    asked: () => asked,
    heading: (name) => page.getByRole('heading', { name }),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    open: async (what = {}, key = usual) => {
      await page.goto(shop.page(what));
      const field = page.getByLabel('Key', { exact: true });
      await field.waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type(key);
      await page.keyboard.press('Enter');
      await field.waitFor({ state: 'detached' });
    },
  };
};
