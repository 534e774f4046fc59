import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chatbot, profile, question } from './shop.ts';

const main = join(import.meta.dirname, '../src/main.ts');
let folder: string;
const children: ChildProcess[] = [];

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: readonly string[];
}

/** Starts the API as a process of its own, on any free port; resolves when it has said where it is. */
const start = async (): Promise<Started> => {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', HOST: '', PLUMBLINE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said: string[] = [];
  const api = /^API +(http:\S+)\/v1$/;
  // The address of the docs is the last that is said.
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line.startsWith('Docs')) break;
  }
  const url = said.map((line) => api.exec(line)?.[1]).find((each) => each !== undefined);
  if (url === undefined) throw new Error(`It did not start: ${said.join('\n')}`);
  return { child, url, said };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-restart-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const ask = async (
  { url }: Started,
  key: string | undefined,
  method: string,
  path: string,
  json?: unknown,
): Promise<unknown> => {
  const reply = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', prefer: 'wait=30' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
};

/** Ends it with a signal; gives its exit code, null where the signal killed it. */
const end = async ({ child }: Started, signal: NodeJS.Signals): Promise<number | null> => {
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
};

it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'has after %s what it had acknowledged',
  async (signal) => {
    const first = await start();
    const key = first.said.find((line) => line.includes('plb_'))?.trim();
    expect(key).toMatch(/^plb_[A-Za-z0-9_-]{43}$/);
    await ask(first, key, 'POST', '/v1/businesses', { id: 'shop', name: 'Shop' });
    const shop = '/v1/businesses/shop';
    const put = await ask(first, key, 'PUT', `${shop}/profile`, profile('Shop'));
    expect(put).toMatchObject({ version: 1 });
    const flow = { workflow: chatbot('chat'), state: 'published' };
    expect(await ask(first, key, 'PUT', `${shop}/flows/n8n/chat`, flow)).toMatchObject({
      revision: 1,
      evaluation: { state: 'done' },
    });
    const asked = question('ann@example.org', { facts: { aiGenerated: true }, approval: {} });
    const decided = (await ask(first, key, 'POST', `${shop}/decisions`, asked)) as Record<string, unknown>;
    expect(decided).toMatchObject({ answer: 'needs-human', contact: 'reserved' });
    expect(await end(first, signal)).toBe(signal === 'SIGKILL' ? null : 0);

    const second = await start();
    expect(second.said.join('\n')).not.toContain('plb_');
    expect(await ask(second, key, 'GET', `${shop}/profile`)).toMatchObject({ profile: { name: 'Shop' } });
    expect(await ask(second, key, 'GET', `${shop}/flows/n8n/chat`)).toMatchObject({
      standing: 'blocked',
      findings: [{ check: 'require-human-escalation', verdict: 'fail' }],
    });
    expect(await ask(second, key, 'GET', `${shop}/matrix`)).toMatchObject({
      evaluation: { flows: 1, done: 1, missing: 0, failed: 0 },
    });
    const again = await ask(second, key, 'GET', `${shop}/decisions/${String(decided['id'])}`);
    expect(again).toMatchObject(decided);
    // The same key of the vault: content opens, and the recipient is known again.
    const approvals = (await ask(second, key, 'GET', `${shop}/approvals`)) as { items: { id: string }[] };
    const detail = await ask(second, key, 'GET', `${shop}/approvals/${approvals.items[0]?.id}`);
    expect(detail).toMatchObject({ to: 'ann@example.org', content: { subject: 'News' } });
    await ask(second, key, 'POST', `${shop}/decisions`, question('ANN@example.org'));
    expect(await ask(second, key, 'POST', `${shop}/decisions`, question('ann@example.org'))).toMatchObject({
      answer: 'block',
    });
    expect(await end(second, 'SIGTERM')).toBe(0);
  },
);

it('says in one line why it does not start', async () => {
  const first = await start();
  const second = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', PLUMBLINE_DATA: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(second);
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(second, 'close')) as [number | null];
  expect(code).toBe(2);
  expect(said.trim().split('\n').at(-1)).toContain(`in use by process ${first.child.pid}`);
});
