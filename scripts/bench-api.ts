/**
 * What a request costs the API, beside servers that do nothing: `pnpm bench:api`. Every server is a process of its own;
 * its processor time is counted, not the time that passes, so a busy machine blurs it less. Believe the ratios.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, serve } from '@plumbline/api';
import { builtInProfile } from '@plumbline/core';
import { generatedWorkflow } from './generated-workflow.ts';

const connections = 50;
const warmUp = 2_000;
const counted = 10_000;

interface Started {
  readonly url: string;
  readonly key: string;
  readonly memory: number;
}

/** Inside the server's process: starts, then says what the processor has spent whenever it is asked. */
const beServer = async (kind: string): Promise<void> => {
  const say = (message: object): void => void process.send?.(message);
  process.on('message', () => say({ cpu: process.cpuUsage(), memory: process.memoryUsage.rss() }));
  if (kind === 'node:http') {
    const server = createServer((_, answer) => answer.end('{"status":"ok"}'));
    server.listen(0, '127.0.0.1', () =>
      say({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: '' }),
    );
    return;
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const running = await serve({ dataFolder, port: 0, log: createLog(() => undefined) });
  process.on('disconnect', () => {
    rmSync(dataFolder, { recursive: true });
    process.exit();
  });
  say({ url: running.url, key: running.adminKey ?? '', memory: process.memoryUsage.rss() });
};

const kind = process.argv[2];
if (process.send !== undefined && kind !== undefined) await beServer(kind);
else await main();

interface Load {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body?: (n: number) => string;
}

async function main(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (server: Started, { method, path, body }: Load, n: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
      const sent = request(server.url + path.replace('{n}', `${n}`), { agent, method, headers }, (answer) => {
        if ((answer.statusCode ?? 500) >= 400) reject(new Error(`${path} answered ${answer.statusCode}`));
        answer.resume().on('end', resolve);
      });
      sent.on('error', reject);
      sent.end(body?.(n));
    });
  const many = async (server: Started, load: Load, count: number): Promise<void> => {
    let next = 0;
    const one = async (): Promise<void> => {
      while (next < count) await send(server, load, next++);
    };
    await Promise.all(Array.from({ length: connections }, one));
  };

  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; ${connections} connections\n`,
  );
  console.log('server       request                        CPU us a request   requests/s');
  const measure = async (server: Started, child: ReturnType<typeof fork>, load: Load): Promise<void> => {
    const used = (): Promise<number> =>
      new Promise((resolve) => {
        child.once('message', (said: { cpu: NodeJS.CpuUsage }) => resolve(said.cpu.user + said.cpu.system));
        child.send('used');
      });
    const writes = load.method === 'PUT';
    const count = writes ? counted / 5 : counted;
    await many(server, load, writes ? 200 : warmUp);
    const before = await used();
    const since = performance.now();
    await many(server, load, count);
    const seconds = (performance.now() - since) / 1000;
    const each = ((await used()) - before) / count;
    const shown = load.name.padEnd(30);
    console.log(
      `${(child.spawnargs.at(-1) ?? '').padEnd(12)} ${shown} ${each.toFixed(0).padStart(16)} ${(count / seconds).toFixed(0).padStart(12)}`,
    );
  };
  const start = (what: string): Promise<{ child: ReturnType<typeof fork>; server: Started; ms: number }> =>
    new Promise((resolve) => {
      const since = performance.now();
      const child = fork(import.meta.filename, [what]);
      child.once('message', (server: Started) => resolve({ child, server, ms: performance.now() - since }));
    });

  const floor = await start('node:http');
  await measure(floor.server, floor.child, { name: 'constant', method: 'GET', path: '/' });
  floor.child.disconnect();
  floor.child.kill();

  const api = await start('plumbline');
  const once = (method: string, path: string, body: object): Promise<void> =>
    send(api.server, { name: '', method, path, body: () => JSON.stringify(body) }, 0);
  await once('POST', '/v1/businesses', { id: 'shop', name: 'Shop' });
  await once('PUT', '/v1/businesses/shop/profile', builtInProfile());
  const small = JSON.stringify(generatedWorkflow(3));
  const usual = JSON.stringify(generatedWorkflow(30));
  const put: Load = {
    name: 'PUT a flow, 30 steps, judged',
    method: 'PUT',
    path: '/v1/businesses/shop/flows/n8n/f{n}',
    body: (n) =>
      JSON.stringify({ state: 'published', workflow: { ...(generatedWorkflow(30) as object), id: `f${n}` } }),
  };
  await many(api.server, put, 10);
  const loads: readonly Load[] = [
    { name: 'GET /healthz', method: 'GET', path: '/healthz' },
    { name: 'GET a business', method: 'GET', path: '/v1/businesses/shop' },
    { name: 'GET a flow with findings', method: 'GET', path: '/v1/businesses/shop/flows/n8n/f1' },
    {
      name: 'POST /v1/check, 3 steps',
      method: 'POST',
      path: '/v1/check',
      body: () => `{"workflow":${small}}`,
    },
    {
      name: 'POST /v1/check, 30 steps',
      method: 'POST',
      path: '/v1/check',
      body: () => `{"workflow":${usual}}`,
    },
    put,
  ];
  for (const load of loads) await measure(api.server, api.child, load);
  console.log(
    `\nstart ${api.ms.toFixed(0)} ms from nothing to listening; memory then ${(api.server.memory / 1e6).toFixed(0)} MB`,
  );
  api.child.disconnect();
  agent.destroy();
  const { benchDecision } = await import('./bench-decision.ts');
  await benchDecision();
}
