/**
 * How long it takes from the moment a flow is put until a program that subscribed has been told that the flow's standing
 * changed: `pnpm bench:latency [changes]`. Over HTTP, kept on disk, with nothing else going on. Changes come further
 * apart than the time in which changes are gathered.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { createLog, serve } from '@plumbline/api';
import { percentile } from './bench-load.ts';

const changes = Number(process.argv[2] ?? 100);
const apart = 400;

/** A chat with a way to a person, or without one. */
const workflow = (person: boolean): object => ({
  id: 'chat',
  name: 'Chat',
  nodes: [
    {
      id: '1',
      name: 'Chat',
      type: '@n8n/n8n-nodes-langchain.chatTrigger',
      typeVersion: 1.1,
      position: [0, 0],
      parameters: { public: true, options: {} },
    },
    {
      id: '2',
      name: 'Answer',
      type: '@n8n/n8n-nodes-langchain.agent',
      typeVersion: 2,
      position: [200, 0],
      parameters: { options: { systemMessage: 'You help the customers of a bookshop.' } },
    },
    {
      id: '3',
      name: 'Ask Maria',
      type: 'n8n-nodes-base.slackTool',
      typeVersion: 2.3,
      position: [200, 200],
      parameters: { select: 'channel', channelId: 'C1', text: '={{ $json.chatInput }}' },
    },
  ],
  connections: {
    Chat: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
    ...(person ? { 'Ask Maria': { ai_tool: [[{ node: 'Answer', type: 'ai_tool', index: 0 }]] } } : {}),
  },
});

const profile = {
  profile: 1,
  name: 'Corner',
  values: [
    {
      id: 'intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'person',
          promise: 'A customer can always reach one of us',
          enforcement: 'block',
          checks: [{ check: 'require-human-escalation' }],
        },
      ],
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'plumbline-latency-'));
let heard: (at: number) => void = () => undefined;
const hook = createServer((request, answer) => {
  const at = performance.now();
  void json(request).then(() => {
    answer.end('{}');
    heard(at);
  });
});
hook.listen(0, '127.0.0.1');
await once(hook, 'listening');
const origin = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
const running = await serve({
  dataFolder: folder,
  port: 0,
  log: { ...createLog((line) => void process.stderr.write(line)), info: () => undefined },
});
try {
  const ask = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${running.url}/v1/businesses${path}`, {
      method,
      headers: { authorization: `Bearer ${running.adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  };
  const put = (person: boolean) =>
    ask('PUT', '/shop/flows/n8n/chat', { workflow: workflow(person), state: 'published' });
  await ask('POST', '', { id: 'shop', name: 'Corner' });
  await ask('PUT', '/shop/profile', profile);
  await ask('POST', '/shop/connections', { name: 'bench', origin, path: '/', allowPrivate: true });
  await ask('POST', '/shop/subscriptions', { url: `${origin}/`, events: ['flow.drifted', 'flow.recovered'] });
  await put(true);
  await running.idle();

  const times = new Float64Array(changes);
  const answers = new Float64Array(changes);
  for (let n = 0; n < changes; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, apart));
    const told = new Promise<number>((resolve) => {
      heard = resolve;
    });
    const since = performance.now();
    await put(n % 2 === 1);
    answers[n] = performance.now() - since;
    times[n] = (await told) - since;
  }
  console.log(
    `${new Date().toISOString().slice(0, 16)}, Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  console.log(`${changes} changes, one after the other\n`);
  console.log('from putting a flow to           p50 ms   p95 ms   max ms');
  const print = (name: string, list: Float64Array): void => {
    const at = (share: number): string =>
      percentile({ seconds: 0, times: list }, share).toFixed(1).padStart(8);
    console.log(`${name.padEnd(30)} ${at(0.5)} ${at(0.95)} ${at(1)}`);
  };
  print('its being kept', answers);
  print('a program being told', times);
} finally {
  await running.close();
  hook.close();
  rmSync(folder, { recursive: true, force: true });
}
