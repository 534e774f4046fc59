import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, serve } from '@plumbline/api';
import { addSource, createBusiness, listFlows, type Synced, syncSource } from '@plumbline/service';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ok } from './http.ts';
import { type N8n, startN8n } from './run-n8n.ts';
import { until } from './wait.ts';
import { noOp, webhook } from './workflow.ts';

const business = 'shop';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let plumbline: Running;
let n8n: N8n;
/** Id of the source, under a key that may list and read workflows and do nothing else. */
let from: string;
const ids: string[] = [];

const sync = (): Promise<Synced> => syncSource({ ctx: plumbline.ctx, input: { business, from } });

/** Every open flow in words, a page at a time. */
const flows = async (): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await listFlows({ ctx: plumbline.ctx, input: { business, limit: 200, after } });
    found.push(...items.map(({ id, state, name }) => `${id} ${state} ${name}`));
    if (next === null) return found;
    after = next;
  }
};
const flowsOf = async (id: string): Promise<readonly string[]> =>
  (await flows()).filter((each) => each.startsWith(id)).map((each) => each.slice(id.length + 1));

const bell = (name: string, ...after: string[]) => ({
  name,
  nodes: [webhook(name, 'onReceived'), ...after.map((each) => noOp(each))],
  connections: Object.fromEntries(
    ['Webhook', ...after]
      .slice(0, -1)
      .map((each, at) => [each, { main: [[{ node: after[at], type: 'main', index: 0 }]] }]),
  ),
  settings: { executionOrder: 'v1' },
});
const create = async (name: string): Promise<string> =>
  (ok(await n8n.api('POST', '/workflows', bell(name, 'First'))) as { id: string }).id;
/** n8n goes live a moment after it has answered. */
const publish = async (id: string): Promise<unknown> => {
  ok(await n8n.api('POST', `/workflows/${id}/publish`, {}));
  return until(
    'that it is live',
    async () => ok(await n8n.api('GET', `/workflows/${id}`)) as { activeVersionId: string | null },
    ({ activeVersionId }) => activeVersionId !== null,
  );
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-connect-'));
  plumbline = await serve({ dataFolder: folder, port: 0, log: silent });
  const { ctx } = plumbline;
  await createBusiness({ ctx, input: { id: business, name: 'Shop' } });
  n8n = await startN8n(inject('n8n'));
  const wish = { label: 'Plumbline', expiresAt: null, scopes: ['workflow:list', 'workflow:read'] };
  const made = ok(await n8n.editor('POST', '/api-keys', wish)) as { data: { rawApiKey: string } };
  const key = made.data.rawApiKey;
  for (const name of ['bakery', 'bookshop', 'salon']) ids.push(await create(name));
  const source = { kind: 'n8n', url: `${n8n.url}/home/workflows`, key, allowPrivate: true } as const;
  from = (await addSource({ ctx, input: { business, ...source } })).id;
});
afterAll(async () => {
  await n8n?.close();
  await plumbline?.close();
  await rm(folder, { recursive: true, force: true });
});

it('reads everything with a key that may only read', async () => {
  const [first = ''] = ids;
  await publish(first);
  expect(await sync()).toMatchObject({ source: { state: 'ok', flows: 3 }, closed: 0, unreadable: 0 });
  expect(await flowsOf(first)).toEqual(['published bakery']);
  expect((await flows()).filter((each) => each.includes(' draft '))).toHaveLength(2);
  expect(await sync()).toMatchObject({ changed: 0, unchanged: 3 });
});

it('keeps what runs apart from what is edited', async () => {
  const [first = ''] = ids;
  // In the editor, where saving changes the draft only.
  const kept = ok(await n8n.editor('GET', `/workflows/${first}`)) as { data: { versionId: string } };
  const edited = { ...bell('bakery', 'First', 'Second'), versionId: kept.data.versionId };
  ok(await n8n.editor('PATCH', `/workflows/${first}`, edited));
  expect(await sync()).toMatchObject({ changed: 1, unchanged: 2 });
  expect(await flowsOf(first)).toEqual(['draft bakery', 'published bakery']);
  const published = await plumbline.ctx.store.read(business, (view) =>
    view.flow({ source: 'n8n', id: first, state: 'published' }),
  );
  expect(published?.workflow).toContain('"First"');
  expect(published?.workflow).not.toContain('"Second"');
  ok(await n8n.api('POST', `/workflows/${first}/deactivate`));
  await sync();
  expect(await flowsOf(first)).toEqual(['draft bakery']);
});

it('closes what is archived or deleted, and opens it again', async () => {
  const [, second = '', third = ''] = ids;
  ok(await n8n.editor('POST', `/workflows/${second}/archive`));
  ok(await n8n.api('DELETE', `/workflows/${third}`));
  expect(await sync()).toMatchObject({ closed: 2, source: { flows: 1 } });
  expect([await flowsOf(second), await flowsOf(third)]).toEqual([[], []]);
  ok(await n8n.editor('POST', `/workflows/${second}/unarchive`));
  expect(await sync()).toMatchObject({ changed: 1 });
  expect(await flowsOf(second)).toEqual(['draft bookshop']);
});

it('follows the pages', async () => {
  for (let n = 0; n < 260; n += 20)
    await Promise.all(Array.from({ length: 20 }, (_, at) => create(`flow ${n + at}`)));
  expect(await sync()).toMatchObject({ source: { state: 'ok', flows: 262 }, changed: 260, closed: 0 });
  expect(await sync()).toMatchObject({ changed: 0, unchanged: 262 });
});

it('says so when n8n is down, and finds everything as it was', async () => {
  const before = await flows();
  const wrong = await addSource({
    ctx: plumbline.ctx,
    input: {
      business,
      kind: 'n8n',
      url: n8n.url,
      key: 'no-key-of-theirs',
      name: 'wrong',
      allowPrivate: true,
    },
  });
  const refused = await syncSource({ ctx: plumbline.ctx, input: { business, from: wrong.id } });
  expect(refused).toMatchObject({
    source: { state: 'refused-key', detail: expect.stringMatching(/401|403/) },
  });
  await n8n.close();
  expect(await sync()).toMatchObject({
    source: { state: 'unreachable', failures: 1, flows: 262 },
    closed: 0,
  });
  expect(await flows()).toEqual(before);
});
