import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/services/postgres.ts';
import { type Redis, startRedis } from '../../../scripts/services/redis.ts';
import { mainFile } from './run-cli.ts';

let redis: Redis;
let postgres: Postgres;
const children: ChildProcess[] = [];
beforeAll(async () => {
  redis = await startRedis();
  postgres = await startPostgres();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await postgres.stop();
  await redis.kill();
});

const vaultKey = randomBytes(32).toString('base64');
const run = (...args: string[]): ChildProcess => {
  const child = spawn(process.execPath, [mainFile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: postgres.url(),
      REDIS_URL: redis.url,
      PLUMBLINE_VAULT_KEY: vaultKey,
    },
  });
  children.push(child);
  return child;
};

/** Resolves with the first match in what a program says. */
const said = async (stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<RegExpExecArray> => {
  let text = '';
  for await (const part of stream ?? []) {
    text += String(part);
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  throw new Error(`it ended after it had said: ${text}`);
};

interface Progress {
  readonly flows: number;
  readonly left: number;
  readonly failed: number;
}

it('judges in processes of its own what a server without a worker is given, whoever of them is killed', async () => {
  const server = run('serve', '--no-worker', '--port', '0');
  // It logs every request, and would wait for ever for somebody to read that.
  server.stderr?.resume();
  const [, key = '', url = ''] = await said(server.stdout, /(plb_\S+)[\s\S]*?(http:\S+)\/docs/);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBeLessThan(300);
    return answer.json();
  };
  const shop = '/v1/businesses/shop';
  const put = (id: string): Promise<unknown> => {
    const workflow = { id, name: `Flow ${id}`, nodes: [], connections: {} };
    return ask('PUT', `${shop}/flows/n8n/${id}`, { workflow, state: 'published' });
  };
  const progress = async (): Promise<Progress> => (await ask('GET', `${shop}/progress`)) as Progress;
  const judged = async (): Promise<Progress> => {
    for (;;) {
      const at = await progress();
      if (at.left === 0) return at;
      await setTimeout(50);
    }
  };
  await ask('POST', '/v1/businesses', { id: 'shop', name: 'Shop' });
  for (const id of ['1', '2', '3']) await put(id);
  // Without a worker nothing is judged, and nothing of it is lost.
  expect(await progress()).toMatchObject({ flows: 3, left: 3 });

  const workers = [run('worker'), run('worker')];
  for (const worker of workers) await said(worker.stderr, /"working"/);
  expect(await judged()).toMatchObject({ flows: 3, failed: 0 });

  const killed = once(workers[0] ?? server, 'exit');
  workers[0]?.kill('SIGKILL');
  await killed;
  for (const id of ['4', '5', '6']) await put(id);
  expect(await judged()).toMatchObject({ flows: 6, failed: 0 });

  for (const child of [workers[1], server]) {
    if (child === undefined) continue;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  }
});
