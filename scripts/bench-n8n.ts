/**
 * What asking costs a flow in real n8n: webhook -> node -> respond with our node, with a node that does nothing, and with
 * n8n's HTTP Request node to the same API: `pnpm bench:n8n`. Interleaved, so that a busy machine slows all alike.
 *
 * n8n 2.41 takes a prepared place for expressions with each run and prepares the next one afterwards, which takes about
 * 30 ms of its one thread. So each call waits until that is over, and each node comes right after each other one equally
 * often: a node that always followed the quickest would pay for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, send } from '../test-n8n/http.ts';
import { ensureN8n } from '../test-n8n/install.ts';
import { openShop, type Shop } from '../test-n8n/shop.ts';
import { type Node, node, noOp, plumblineNode, webhook, workflow } from '../test-n8n/workflow.ts';
import { packNodes } from './pack-nodes.ts';

const warmUp = 30;
const rounds = 200;
/** Milliseconds between two calls; `pnpm bench:n8n 0` asks without a rest. */
const rest = Number(process.argv[2] ?? 100);
/** Medians of the same flow differ by this much from one run to the next. */
const tellable = 1.03;

const rule = { rule: 'respect-opt-out' };
const commitment = { id: 'no-means-no', promise: 'We write to nobody who asked us not to', rules: [rule] };
const value = { id: 'customer-intimacy', title: 'Customer intimacy', commitments: [commitment] };
const profile = { profile: 1 as const, name: 'The Corner Bookshop', values: [value] };

const question = {
  caller: 'n8n/HTTP Request',
  action: 'message.send',
  channel: 'email',
  audience: 'customer',
  recipient: { address: 'ann@example.org' },
  content: { text: 'Twelve new books have come in.' },
  facts: { purpose: 'marketing', aiGenerated: false },
};

/** The same question, about the same flow and safe to repeat: once asked by our node, once by n8n's own. */
const asking = async (shop: Shop): Promise<readonly (readonly [string, Node])[]> => {
  const value = `Bearer ${await shop.plumbline.key('decide')}`;
  const header = await shop.credential('Key', 'httpHeaderAuth', { name: 'Authorization', value });
  const request = node(
    'HTTP Request',
    'n8n-nodes-base.httpRequest',
    4.2,
    {
      method: 'POST',
      url: `${shop.plumbline.url}/v1/businesses/~/decisions`,
      authentication: 'genericCredentialType',
      genericAuthType: 'httpHeaderAuth',
      sendHeaders: true,
      headerParameters: { parameters: [{ name: 'Idempotency-Key', value: '={{ $execution.id }}' }] },
      sendBody: true,
      specifyBody: 'json',
      // The id of the workflow is filled in by n8n: the node says it too.
      jsonBody: `=${JSON.stringify({ ...question, flow: { source: 'n8n', id: '{{ $workflow.id }}' } })}`,
      options: {},
    },
    { credentials: { httpHeaderAuth: header } },
  );
  const ours = plumblineNode(shop.account, {
    operation: 'message',
    recipient: question.recipient.address,
    text: question.content.text,
    purpose: question.facts.purpose,
    writtenBy: 'person',
  });
  return [
    ['no-op', noOp('Nothing')],
    ['plumbline', ours],
    ['http-request', request],
  ];
};

const publish = async (shop: Shop, path: string, each: Node): Promise<void> => {
  const respond = node('Respond', 'n8n-nodes-base.respondToWebhook', 1.1, { respondWith: 'json' });
  const answer = {
    ...respond,
    parameters: { respondWith: 'json', responseBody: '={{ $json }}', options: {} },
  };
  const nodes = [webhook(path, 'responseNode'), each, answer];
  await shop.publish(workflow(path, nodes, { Webhook: [[each.name]], [each.name]: [['Respond']] }));
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const measure = async (shop: Shop, paths: readonly string[]): Promise<ReadonlyMap<string, number[]>> => {
  const times = new Map<string, number[]>(paths.map((path) => [path, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    // Forwards and backwards in turns, beginning one further each time: each follows each other one equally often.
    const turned = paths.map((_, place) => paths[(place + (round >> 1)) % paths.length] ?? '');
    for (const path of round % 2 === 0 ? turned : turned.toReversed()) {
      await new Promise((resolve) => setTimeout(resolve, rest));
      const since = performance.now();
      ok(await send(`${shop.n8n.url}/webhook/${path}`, 'POST', {}, { round }));
      if (round >= warmUp) times.get(path)?.push(performance.now() - since);
    }
  }
  return times;
};

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-n8n-'));
let shop: Shop | undefined;
try {
  const installed = await ensureN8n('n8n-2.41');
  const packed = packNodes(folder);
  shop = await openShop(installed, packed, profile);
  const kinds = await asking(shop);
  for (const [path, each] of kinds) await publish(shop, path, each);
  const paths = kinds.map(([path]) => path);
  // All answer what they are meant to before anything is measured.
  for (const path of paths) {
    const { text } = await shop.call(path, {});
    const allowed = text.includes('"answer":"allow"');
    if (allowed === (path === 'no-op')) throw new Error(`${path} answered ${text.slice(0, 300)}`);
  }
  const times = await measure(shop, paths);
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, n8n ${installed.version}, Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
  console.log(
    `webhook -> node -> respond, ${rounds} rounds in turns, one call at a time, ${rest} ms apart\n`,
  );
  console.log('node            median ms     p95 ms    median to HTTP Request');
  const sorted = (path: string): readonly number[] =>
    (times.get(path) ?? []).toSorted((one, other) => one - other);
  const floor = at(sorted('http-request'), 0.5);
  for (const path of paths) {
    const list = sorted(path);
    const median = at(list, 0.5);
    console.log(
      `${path.padEnd(14)} ${median.toFixed(1).padStart(10)} ${at(list, 0.95).toFixed(1).padStart(10)} ${(median / floor).toFixed(2).padStart(25)}`,
    );
  }
  const slower = at(sorted('plumbline'), 0.5) > floor * tellable;
  console.log(
    `\nour node is ${slower ? 'SLOWER than' : 'as quick as'} the HTTP Request node, as far as one run can tell (3 %)`,
  );
  process.exitCode = slower ? 1 : 0;
} finally {
  await shop?.close();
  rmSync(folder, { recursive: true, force: true });
}
