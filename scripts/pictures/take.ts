import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../services/browser.ts';
import { root } from '../steps.ts';

const pictures = join(root, 'docs/pictures');
/** Bytes that a picture in the repository may take. */
const most = 150_000;

/** Takes a picture of what a page shows, for the docs. Throws where it is too large to be kept. */
export const take = async (page: Page, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = statSync(path);
  console.log(`${name}.png  ${Math.round(size / 1000)} kB`);
  if (size > most) throw new Error(`${path} is larger than ${most} bytes.`);
};
