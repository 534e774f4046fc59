import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, serve } from '@plumbline/api';
import type { Enforcement, ProfileInput } from '@plumbline/core';
import { saveHook, type WhenDown } from '@plumbline/n8n';
import {
  createBusiness,
  createKey,
  type FlowDetail,
  gateFlow,
  getFlow,
  putProfile,
} from '@plumbline/service';
import { importable, type Workflow } from './example-flows.ts';
import { type Answer, ok } from './http.ts';
import type { Installed } from './install.ts';
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

interface Kept {
  readonly id: string;
  readonly versionId: string;
  readonly activeVersionId: string | null;
  readonly nodes: readonly unknown[];
}

/** A shop whose n8n asks Plumbline before it publishes. */
export interface Gate {
  readonly n8n: N8n;
  /** With accounts of the shop, without which n8n publishes nothing anyway. */
  readonly chatbot: Workflow;
  readonly mended: Workflow;
  readonly promise: (enforcement: Enforcement) => Promise<unknown>;
  readonly writeHook: (whenDown: WhenDown) => Promise<void>;
  readonly openPlumbline: () => Promise<Running>;
  readonly closePlumbline: () => Promise<void>;
  readonly kept: (id: string) => Promise<Kept>;
  readonly create: (workflow: Workflow, name: string) => Promise<Kept>;
  readonly save: (id: string, workflow: Workflow) => Promise<Answer>;
  readonly publishInEditor: (id: string) => Promise<Answer>;
  readonly publishByApi: (id: string) => Promise<Answer>;
  /** What Plumbline knows of a workflow, once it is as wanted. */
  readonly known: (id: string, good: (flow: FlowDetail) => boolean) => Promise<FlowDetail | undefined>;
  /** The status at which its chat answers visitors, once it does. */
  readonly chatOpen: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const address = '3f0c8a52-7d14-4f0e-9b62-5a1f7be0c9d1';

/** The chat under an address of its own, as the editor would give it. */
const withAddress = (workflow: Workflow): Workflow => ({
  ...workflow,
  nodes: workflow.nodes.map((node) =>
    node.type.endsWith('.chatTrigger') ? Object.assign({}, node, { webhookId: address }) : node,
  ),
});

/** Accounts by the type of node that uses them. */
const accounts: Readonly<Record<string, readonly [string, object]>> = {
  '@n8n/n8n-nodes-langchain.lmChatOpenAi': ['openAiApi', { apiKey: 'none' }],
  'n8n-nodes-base.googleSheetsTool': ['googleSheetsOAuth2Api', {}],
  'n8n-nodes-base.slackTool': ['slackApi', { accessToken: 'none' }],
};

/** What a person does after an import: choose the account of every node that needs one. */
const withAccounts = async (n8n: N8n, workflow: Workflow): Promise<Workflow> => {
  const nodes: Workflow['nodes'][number][] = [];
  for (const node of workflow.nodes) {
    const [type, data] = accounts[node.type] ?? [];
    if (type === undefined) {
      nodes.push(node);
      continue;
    }
    const wish = { name: `${node.name} account`, type, data };
    const made = ok(await n8n.editor('POST', '/credentials', wish)) as { data: { id: string } };
    const account = { id: made.data.id, name: wish.name };
    nodes.push(Object.assign({}, node, { credentials: { [type]: account } }));
  }
  return { ...workflow, nodes };
};

export const openGate = async (installed: Installed): Promise<Gate> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-gate-'));
  const hookFile = join(folder, 'plumbline-hook.cjs');
  const port = await freePort();
  let plumbline: Running | undefined;
  let n8n: N8n | undefined;
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
  const close = async (): Promise<void> => {
    await n8n?.close();
    await closePlumbline();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { ctx, url } = await openPlumbline();
    await createBusiness({ ctx, input: { id: business, name: 'Shop' } });
    await promise('block');
    const { secret } = await createKey({ ctx, input: { business, name: 'n8n', scopes: ['gate'] } });
    await writeHook('publish');
    const running = await startN8n(installed, {
      EXTERNAL_HOOK_FILES: hookFile,
      PLUMBLINE_URL: url,
      PLUMBLINE_KEY: secret,
      PLUMBLINE_BUSINESS: business,
    });
    n8n = running;
    const asShown = withAddress(JSON.parse(await readFile(example, 'utf8')) as Workflow);
    // The first verdict loads what judges. On a busy machine that takes longer than n8n waits for one.
    await gateFlow({ ctx, input: { business, source: 'n8n', id: 'first', workflow: importable(asShown) } });
    const kept = async (id: string): Promise<Kept> =>
      (ok(await running.editor('GET', `/workflows/${id}`)) as { data: Kept }).data;
    return {
      n8n: running,
      chatbot: await withAccounts(running, asShown),
      mended: await withAccounts(running, repaired(asShown, profileOf(promised('block')))),
      promise,
      writeHook,
      openPlumbline,
      closePlumbline,
      kept,
      create: async (workflow, name) => {
        const made = ok(await running.api('POST', '/workflows', { ...importable(workflow), name })) as Kept;
        return kept(made.id);
      },
      save: async (id, { nodes, connections }) => {
        const { versionId } = await kept(id);
        return running.editor('PATCH', `/workflows/${id}`, { nodes, connections, versionId });
      },
      publishInEditor: async (id) =>
        running.editor('POST', `/workflows/${id}/activate`, { versionId: (await kept(id)).versionId }),
      publishByApi: (id) => running.api('POST', `/workflows/${id}/activate`, {}),
      known: (id, good) =>
        until(
          'that Plumbline knows it',
          () => getFlow({ ctx: context(), input: { business, source: 'n8n', id } }).catch(() => undefined),
          (flow) => flow !== undefined && good(flow),
        ),
      chatOpen: () =>
        until(
          'that n8n serves the chat',
          async () => (await fetch(`${running.url}/webhook/${address}/chat`)).status,
          (status) => status === 200,
        ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
