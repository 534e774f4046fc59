import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, serve } from '@plumbline/api';
import type { Enforcement, ProfileInput } from '@plumbline/core';
import { saveHook, type WhenDown } from '@plumbline/n8n';
import { createBusiness, createKey, type FlowDetail, getFlow, putProfile } from '@plumbline/service';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importable, type Workflow } from './example-flows.ts';
import type { Answer } from './http.ts';
import { profileOf, repaired } from './repaired.ts';
import { type N8n, startN8n } from './run-n8n.ts';
import { freePort, until } from './wait.ts';

const business = 'shop';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const example = join(import.meta.dirname, '../apps/cli/examples/bookshop/flows/website-chat.json');

const promised = (enforcement: Enforcement): ProfileInput => ({
  profile: 1,
  name: 'The Corner Bookshop',
  people: [{ name: 'Maria', reach: ['#help'] }],
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'reach-a-person',
          promise: 'A customer can always reach one of us',
          enforcement,
          checks: [{ check: 'require-human-escalation' }],
        },
      ],
    },
  ],
});

let folder: string;
let hookFile: string;
let port: number;
let plumbline: Running | undefined;
let n8n: N8n;
/** With accounts of the shop, without which n8n publishes nothing anyway. */
let chatbot: Workflow;
let mended: Workflow;

const openPlumbline = async (): Promise<Running> => {
  plumbline = await serve({ dataFolder: join(folder, 'data'), port, log: silent });
  return plumbline;
};
const closePlumbline = async (): Promise<void> => {
  await plumbline?.close();
  plumbline = undefined;
};
const context = () => {
  if (plumbline === undefined) throw new Error('Plumbline does not run');
  return plumbline.ctx;
};
const promise = (enforcement: Enforcement): Promise<unknown> =>
  putProfile({ ctx: context(), input: { business, profile: promised(enforcement) } });
const writeHook = (whenDown: WhenDown): Promise<void> => writeFile(hookFile, saveHook(whenDown));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-gate-'));
  hookFile = join(folder, 'plumbline-hook.cjs');
  port = await freePort();
  const { ctx, url } = await openPlumbline();
  await createBusiness({ ctx, input: { id: business, name: 'Shop' } });
  await promise('block');
  const { secret } = await createKey({ ctx, input: { business, name: 'n8n', scopes: ['gate'] } });
  await writeHook('publish');
  n8n = await startN8n(inject('n8n'), {
    EXTERNAL_HOOK_FILES: hookFile,
    PLUMBLINE_URL: url,
    PLUMBLINE_KEY: secret,
    PLUMBLINE_BUSINESS: business,
  });
  const asShown = withAddress(JSON.parse(await readFile(example, 'utf8')) as Workflow);
  chatbot = await withAccounts(asShown);
  mended = await withAccounts(repaired(asShown, profileOf(promised('block'))));
});
afterAll(async () => {
  await n8n?.close();
  await closePlumbline();
  await rm(folder, { recursive: true, force: true });
});

interface Kept {
  readonly id: string;
  readonly versionId: string;
  readonly activeVersionId: string | null;
  readonly nodes: readonly unknown[];
}

const ok = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
};
const kept = async (id: string): Promise<Kept> =>
  (ok(await n8n.editor('GET', `/workflows/${id}`)).json as { data: Kept }).data;
const create = async (workflow: Workflow, name: string): Promise<Kept> => {
  const made = ok(await n8n.api('POST', '/workflows', { ...importable(workflow), name })).json as Kept;
  return kept(made.id);
};
const save = async (id: string, workflow: Workflow): Promise<Answer> => {
  const { nodes, connections } = workflow;
  const { versionId } = await kept(id);
  return n8n.editor('PATCH', `/workflows/${id}`, { nodes, connections, versionId });
};
const publishInEditor = async (id: string): Promise<Answer> =>
  n8n.editor('POST', `/workflows/${id}/activate`, { versionId: (await kept(id)).versionId });
const publishByApi = (id: string): Promise<Answer> => n8n.api('POST', `/workflows/${id}/publish`, {});

/** What Plumbline knows of a workflow, once it is as wanted. */
const known = (id: string, good: (flow: FlowDetail) => boolean): Promise<FlowDetail | undefined> =>
  until(
    'that Plumbline knows it',
    () => getFlow({ ctx: context(), input: { business, source: 'n8n', id } }).catch(() => undefined),
    (flow) => flow !== undefined && good(flow),
  );

const address = '3f0c8a52-7d14-4f0e-9b62-5a1f7be0c9d1';

/** The chat under an address of its own, as the editor would give it. */
const withAddress = (workflow: Workflow): Workflow => ({
  ...workflow,
  nodes: workflow.nodes.map((node) =>
    node.type.endsWith('.chatTrigger') ? Object.assign({}, node, { webhookId: address }) : node,
  ),
});

/** Is its chat open to visitors? */
const chatOpen = (): Promise<number> =>
  until(
    'that n8n serves the chat',
    async () => (await fetch(`${n8n.url}/webhook/${address}/chat`)).status,
    (status) => status === 200,
  );

/** Accounts by the type of node that uses them. */
const accounts: Readonly<Record<string, readonly [string, object]>> = {
  '@n8n/n8n-nodes-langchain.lmChatOpenAi': ['openAiApi', { apiKey: 'none' }],
  'n8n-nodes-base.googleSheetsTool': ['googleSheetsOAuth2Api', {}],
  'n8n-nodes-base.slackTool': ['slackApi', { accessToken: 'none' }],
};

/** What a person does after an import: choose the account of every node that needs one. */
const withAccounts = async (workflow: Workflow): Promise<Workflow> => {
  const nodes: Workflow['nodes'][number][] = [];
  for (const node of workflow.nodes) {
    const [type, data] = accounts[node.type] ?? [];
    if (type === undefined) {
      nodes.push(node);
      continue;
    }
    const wish = { name: `${node.name} account`, type, data };
    const made = ok(await n8n.editor('POST', '/credentials', wish)).json as { data: { id: string } };
    const account = { id: made.data.id, name: wish.name };
    nodes.push(Object.assign({}, node, { credentials: { [type]: account } }));
  }
  return { ...workflow, nodes };
};

const words = /Not published: “A customer can always reach one of us” \(you set this to block\)/;

describe('a chatbot with no way to a person', () => {
  let id: string;
  let live: string | null;

  it('is saved, and reported as a draft', async () => {
    id = (await create(chatbot, 'Chat')).id;
    const flow = await known(id, ({ evaluation }) => evaluation.state === 'done');
    expect(flow).toMatchObject({ state: 'draft', standing: 'blocked' });
  });

  it('is refused in words by the public API', async () => {
    const answer = await publishByApi(id);
    expect(answer.status).toBe(400);
    expect((answer.json as { message: string }).message).toMatch(words);
    expect((await kept(id)).activeVersionId).toBeNull();
  });

  it('is refused in words in the editor', async () => {
    const answer = await publishInEditor(id);
    expect(answer.status).toBe(400);
    expect((answer.json as { message: string }).message).toMatch(words);
    expect((await kept(id)).activeVersionId).toBeNull();
  });

  it('is published once it is repaired', async () => {
    ok(await save(id, mended));
    const answer = await publishInEditor(id);
    expect(`${answer.status} ${answer.text.slice(0, 300)}`).toMatch(/^200 /);
    live = (await kept(id)).activeVersionId;
    expect(live).not.toBeNull();
    expect(await chatOpen()).toBe(200);
    const flow = await known(
      id,
      ({ state, evaluation }) => state === 'published' && evaluation.state === 'done',
    );
    expect(flow).toMatchObject({ standing: 'aligned', draft: null });
  });

  it('is refused again when an edit takes the way away, and the old version stays live', async () => {
    ok(await save(id, chatbot));
    for (const publish of [publishInEditor, publishByApi]) {
      const answer = await publish(id);
      expect(answer.status).toBe(400);
      expect(answer.text).toMatch(/A customer can always reach one of us/);
    }
    const byApi = await n8n.api('PUT', `/workflows/${id}`, importable({ ...chatbot, name: 'Chat' }));
    expect(byApi.status).toBe(400);
    expect((await kept(id)).activeVersionId).toBe(live);
    expect(await chatOpen()).toBe(200);
    expect(await known(id, ({ draft }) => draft !== null)).toMatchObject({ state: 'published' });
  });

  it('is still live after n8n was started anew', async () => {
    await n8n.restart();
    expect((await kept(id)).activeVersionId).toBe(live);
    expect(await chatOpen()).toBe(200);
    ok(await n8n.api('POST', `/workflows/${id}/deactivate`));
  });
});

describe('a flow that was live before the promise was made', () => {
  let id: string;
  let live: string | null;

  it('stays live when n8n is started anew', async () => {
    await promise('warn');
    id = (await create(chatbot, 'Chat from before')).id;
    ok(await publishByApi(id));
    await known(id, ({ state }) => state === 'published');
    await promise('block');
    live = (await kept(id)).activeVersionId;
    await n8n.restart();
    expect(live).not.toBeNull();
    expect((await kept(id)).activeVersionId).toBe(live);
    expect(await chatOpen()).toBe(200);
  });

  it('may be edited where that makes nothing worse', async () => {
    const friendlier = JSON.parse(
      JSON.stringify(chatbot).replace('Be friendly and short', 'Be friendly'),
    ) as Workflow;
    ok(await save(id, friendlier));
    ok(await publishInEditor(id));
    expect((await kept(id)).activeVersionId).not.toBe(live);
  });
});

describe('while Plumbline is down', () => {
  let id: string;

  it('is published and reported later, where that was chosen', async () => {
    ok(await n8n.api('POST', `/workflows/${await firstLive()}/deactivate`));
    await closePlumbline();
    id = (await create(chatbot, 'Chat at night')).id;
    ok(await publishByApi(id));
    await openPlumbline();
    const flow = await known(
      id,
      ({ state, evaluation }) => state === 'published' && evaluation.state === 'done',
    );
    expect(flow).toMatchObject({ standing: 'blocked' });
    ok(await n8n.api('POST', `/workflows/${id}/deactivate`));
  });

  it('is refused in words, where that was chosen, and saving goes on', async () => {
    await writeHook('refuse');
    await n8n.restart();
    await closePlumbline();
    ok(await save(id, mended));
    const answer = await publishInEditor(id);
    expect(answer.status).toBe(400);
    expect((answer.json as { message: string }).message).toMatch(
      /Plumbline gave no verdict \(ECONNREFUSED\)/,
    );
    await openPlumbline();
    ok(await publishInEditor(id));
  });

  const firstLive = async (): Promise<string> => {
    const list = ok(await n8n.api('GET', '/workflows?active=true')).json as { data: Kept[] };
    const [first] = list.data;
    if (first === undefined) throw new Error('nothing is live');
    return first.id;
  };
});
