/** Takes the pictures of the real n8n editor that show how a shop's flow gets its first value check: `pnpm pictures`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileInput } from '@plumbline/core';
import { ok } from '../../test-n8n/http.ts';
import { ensureN8n } from '../../test-n8n/install.ts';
import { owner } from '../../test-n8n/run-n8n.ts';
import { business } from '../../test-n8n/run-plumbline.ts';
import { openShop, type Shop } from '../../test-n8n/shop.ts';
import { type Node, node, plumblineNode, workflow } from '../../test-n8n/workflow.ts';
import { packNodes } from '../pack-nodes.ts';
import { type Browser, type Page, startBrowser } from '../services/browser.ts';
import { take } from './take.ts';

const rules = [{ rule: 'respect-opt-out' }];
const profile: ProfileInput = {
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'no-means-no',
          promise: 'We write to nobody who asked us not to',
          enforcement: 'block',
          rules,
        },
      ],
    },
  ],
};

const readers = ['ann', 'ben', 'eve', 'tom'].map((name) => ({
  email: `${name}@example.org`,
  text: `Dear ${name}, twelve new books have come in.`,
}));
/** He has asked not to be written to. */
const optedOut = 'tom@example.org';

const at = (each: Node, x: number, y: number): Node => ({ ...each, position: [x, y] });

/** The flow of a shop: what it is made of, with accounts, so that nothing in the editor asks for one. */
const partsOf = async (shop: Shop) => {
  const using = async (type: string) => ({
    credentials: { [type]: await shop.credential('The Corner Bookshop', type, {}) },
  });
  const chosen = (mode: string, value: string) => ({ __rl: true, mode, value });
  const book = { documentId: chosen('id', 'readers'), sheetName: chosen('name', 'Readers') };
  const letter = { sendTo: '={{ $json.email }}', subject: 'New books', message: '={{ $json.text }}' };
  const note = { select: 'user', user: chosen('username', '@maria'), text: '={{ $json.plumbline.message }}' };
  return {
    start: node('Newsletter is due', 'n8n-nodes-base.manualTrigger', 1),
    list: node('Readers', 'n8n-nodes-base.googleSheets', 4.5, book, await using('googleSheetsOAuth2Api')),
    send: node('Send newsletter', 'n8n-nodes-base.gmail', 2.1, letter, await using('gmailOAuth2')),
    tell: node('Tell Maria', 'n8n-nodes-base.slack', 2.3, note, await using('slackApi')),
    check: plumblineNode(shop.account, {
      operation: 'message',
      recipient: '={{ $json.email }}',
      text: '={{ $json.text }}',
      purpose: 'marketing',
      writtenBy: 'person',
    }),
  };
};

/** What stands in for the accounts of the shop, pinned as the editor does it. */
const pinned = (...names: readonly string[]) => ({
  Readers: readers.map((json) => ({ json })),
  ...Object.fromEntries(names.map((name) => [name, [{ json: { sent: true } }]])),
});

const flowsOf = ({ start, list, send, tell, check }: Awaited<ReturnType<typeof partsOf>>) => {
  const head = [at(start, 0, 0), at(list, 220, 0)];
  const due = { [start.name]: [[list.name]] };
  const before = workflow('Newsletter', [], { ...due, [list.name]: [[send.name]] });
  const outputs = [[send.name], [tell.name], []];
  const after = workflow('Newsletter, checked', [], {
    ...due,
    [list.name]: [[check.name]],
    [check.name]: outputs,
  });
  return {
    before: { ...before, nodes: [...head, at(send, 440, 0)], pinData: pinned(send.name) },
    after: {
      ...after,
      nodes: [...head, at(check, 440, 0), at(send, 780, -120), at(tell, 780, 60)],
      pinData: pinned(send.name, tell.name),
    },
  };
};

const test = (id: string): string => `[data-test-id="${id}"]`;

const open = async (page: Page, shop: Shop, flow: object): Promise<void> => {
  const made = ok(await shop.n8n.editor('POST', '/workflows', flow)) as { data: { id: string } };
  await page.goto(`${shop.n8n.url}/workflow/${made.data.id}`);
  await page.locator(test('canvas-node')).first().waitFor();
  await page
    .locator(test('fit-to-view'))
    .or(page.locator(test('zoom-to-fit')))
    .first()
    .click();
};

const signIn = async (page: Page, shop: Shop): Promise<void> => {
  await page.goto(`${shop.n8n.url}/signin`);
  await page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').first().fill(owner.email);
  await page.locator('input[type="password"]').fill(owner.password);
  await page.locator(test('form-submit-button')).click();
  await page.waitForURL((url) => !url.pathname.includes('signin'));
};

const photograph = async (page: Page, shop: Shop): Promise<void> => {
  await signIn(page, shop);

  const { before, after } = flowsOf(await partsOf(shop));
  await open(page, shop, before);
  for (const _ of 'ab') await page.locator(test('zoom-out-button')).click();
  await page.locator(test('node-creator-plus-button')).first().click();
  await page.locator(test('node-creator-search-bar')).fill('Plumbline');
  await page.getByText('Starts the flow when an automation drifts').click();
  await page.getByText('Check a message').first().waitFor();
  await take(page, 'first-check-1-add');

  await open(page, shop, after);
  await page.locator(test('canvas-node')).filter({ hasText: 'Plumbline' }).first().dblclick();
  await page.getByText('If There Is No Answer').first().waitFor();
  await take(page, 'first-check-2-say');
  await page.keyboard.press('Escape');

  await page.locator(test('execute-workflow-button')).first().click();
  await page.getByText('3 items').first().waitFor();
  await take(page, 'first-check-3-run');
};

const folder = mkdtempSync(join(tmpdir(), 'plumbline-pictures-'));
let shop: Shop | undefined;
let browser: Browser | undefined;
let page: Page | undefined;
try {
  shop = await openShop(await ensureN8n('n8n-2.41'), packNodes(folder), profile);
  const suppressions = `/v1/businesses/${business}/suppressions`;
  ok(await shop.plumbline.admin('POST', suppressions, { address: optedOut, scope: 'marketing' }));
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
  await photograph(page, shop);
} catch (error) {
  // What was on the screen says more than the name of what was not found.
  await page?.screenshot({ path: join(tmpdir(), 'plumbline-pictures-failed.png') });
  throw error;
} finally {
  await browser?.close();
  await shop?.close();
  rmSync(folder, { recursive: true, force: true });
}
