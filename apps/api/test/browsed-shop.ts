import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyScope } from '@plumbline/store';
import { createLog, type Running, serve } from '../src/index.ts';
import { chatbot, handover, handsOver, profile, question, reachable, type Workflow } from './shop.ts';

/** Runs wherever it is taken for markup, and calls somebody else. */
export const hostile =
  '<img src="https://evil.example/x.png" onerror="globalThis.ran=1"><script>globalThis.ran=1</script>';

/** Every text in the flow that can be chosen, chosen to do harm. */
const hostileChatbot = (id: string): Workflow => {
  const step = `\u202eHelper ${hostile}`;
  const text = JSON.stringify(chatbot(id, `Chat ${hostile}`));
  return JSON.parse(text.replaceAll('"Flower assistant"', () => JSON.stringify(step))) as Workflow;
};

/** A business whose API really runs, with something of each kind that the page shows. */
export interface BrowsedShop {
  readonly running: Running;
  /** Asks the API as an admin. */
  readonly ask: (method: string, path: string, json?: unknown) => Promise<Readonly<Record<string, unknown>>>;
  readonly keyFor: (...scopes: readonly KeyScope[]) => Promise<string>;
  /** Id of a new approval. */
  readonly approval: (who?: readonly string[]) => Promise<string>;
  /** Id of a new hand-over. */
  readonly handover: () => Promise<string>;
  /** Address of the page. */
  readonly page: (what?: Readonly<Record<string, string>>) => string;
  readonly close: () => Promise<void>;
}

const business = '/v1/businesses/shop';

const putFlows = async (ask: BrowsedShop['ask']): Promise<void> => {
  const flows: Readonly<Record<string, Workflow>> = {
    chat: hostileChatbot('chat'),
    desk: { ...handsOver('desk').workflow, name: 'Repairs' },
    florist: { ...reachable('florist'), name: 'Florist on WhatsApp' },
  };
  for (const [id, workflow] of Object.entries(flows))
    await ask('PUT', `${business}/flows/n8n/${id}`, { workflow, state: 'published' });
};

/** Opens it in a data folder and on a port of its own. */
export const openBrowsedShop = async (): Promise<BrowsedShop> => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-page-'));
  const running = await serve({ dataFolder: folder, port: 0, log: createLog(() => undefined) });
  const ask: BrowsedShop['ask'] = async (method, path, json) => {
    const reply = await fetch(running.url + path, {
      method,
      headers: { authorization: `Bearer ${running.adminKey}`, 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
    return (await reply.json()) as Record<string, unknown>;
  };
  await ask('POST', '/v1/businesses', { id: 'shop', name: 'The Corner Bookshop' });
  await ask('PUT', `${business}/profile`, profile('The Corner Bookshop'));
  await putFlows(ask);
  await running.idle();
  let drawn = 0;
  return {
    running,
    ask,
    keyFor: async (...scopes) =>
      String((await ask('POST', `${business}/keys`, { name: 'Maria', scopes }))['secret']),
    approval: async (who = []) => {
      drawn += 1;
      const decided = await ask(
        'POST',
        `${business}/decisions`,
        question(`reader-${drawn}@example.org`, {
          content: { subject: `News ${hostile}`, text: `Dear reader,\n\nthe new books are here. ${hostile}` },
          facts: { aiGenerated: true, purpose: 'marketing' },
          approval: { who, minutes: 60 },
        }),
      );
      return (decided['approval'] as { readonly id: string }).id;
    },
    handover: async () => {
      drawn += 1;
      const conversation = [
        { from: 'customer', text: `My cake came broken. ${hostile}` },
        ...handover.conversation,
      ];
      const given = { ...handover, conversation, reason: `Asks ${hostile}`, idempotencyKey: `${drawn}` };
      return String((await ask('POST', `${business}/handovers`, given))['id']);
    },
    page: (what = {}) => `${running.url}/?${new URLSearchParams({ business: 'shop', ...what })}`,
    close: async () => {
      await running.close();
      rmSync(folder, { recursive: true });
    },
  };
};
