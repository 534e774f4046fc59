/**
 * A full decision over HTTP, beside Hono answering the same validated body with a constant; part of `pnpm bench:api`.
 * Both servers are processes of their own, asked by the same client over the same connections. Believe the ratios.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createLog, serve } from '@plumbline/api';
import type { ProfileInput } from '@plumbline/core';
import { decisionBodySchema } from '@plumbline/service';
import { Hono } from 'hono';
import { closedLoop, type Measured, percentile, steady, type Target, wireRequest } from './bench-load.ts';
import { threadShares, threadTimes } from './thread-times.ts';

const connections = 50;
/** More callers at once: the more there are, the less stands still while a group of answers is on its way to the disk. */
const crowds = [200, 400] as const;
const rounds = 5;
const counted = 10_000;
/** Long enough for what is run often to have been compiled. */
const warmUp = 15_000;

const rule = (name: string, options: Record<string, unknown> = {}) => ({ rule: name, options });

/** Eight rules, so that a newsletter is asked after by most of them. */
const profile: ProfileInput = {
  profile: 1,
  name: 'Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'wanted',
          promise: 'We write to nobody who does not want it',
          enforcement: 'block',
          rules: [rule('respect-opt-out'), rule('contact-limit', { most: 1000, days: 7 })],
        },
        {
          id: 'honest',
          promise: 'What we send has been read',
          enforcement: 'approve',
          rules: [rule('reviewed-ai-text'), rule('no-placeholder'), rule('no-personal-data')],
        },
        {
          id: 'care',
          promise: 'Machines prepare, people decide',
          enforcement: 'block',
          rules: [
            rule('no-decision-by-model-alone'),
            rule('amount-limit', { most: 50, currency: 'EUR' }),
            rule('distress-or-plea'),
          ],
        },
      ],
    },
  ],
};

const question = (n: number): object => ({
  caller: 'zapier/newsletter',
  action: 'message.send',
  channel: 'email',
  audience: 'customer',
  recipient: { address: `reader-${n}@example.org`, timeZone: 'Europe/Berlin' },
  content: {
    subject: 'New in June',
    text: 'Dear reader, twelve new books have come in. See you on Saturday!',
  },
  facts: { aiGenerated: false, purpose: 'marketing' },
});

const constant = {
  id: 'dec_01kb0000000000000000000000',
  at: '2026-11-25T08:00:00.000Z',
  answer: 'allow',
  message: 'Nothing you promised speaks against it.',
  reasons: [],
  observed: [],
  obligations: [],
  contact: 'used',
  content: 'kept',
  approval: null,
  versions: { profile: { hash: 'a'.repeat(64), version: '1' }, rules: 'x'.repeat(200) },
  revision: 1,
};

const path = '/v1/businesses/shop/decisions';

const beServer = async (kind: string): Promise<void> => {
  const say = (message: object): void => void process.send?.(message);
  process.on('message', () => say({ cpu: process.cpuUsage() }));
  if (kind === 'hono') {
    const app = new Hono();
    app.post('/v1/businesses/:business/decisions', async (call) => {
      const body = decisionBodySchema.safeParse(await call.req.json());
      return body.success ? call.json(constant) : call.json({}, 400);
    });
    const listener = getRequestListener(app.fetch);
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port, key: '' }));
    return;
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const running = await serve({ dataFolder, port: 0, log: createLog(() => undefined) });
  process.on('disconnect', () => {
    rmSync(dataFolder, { recursive: true });
    process.exit();
  });
  say({ port: running.port, key: running.adminKey ?? '' });
};

interface Server {
  readonly child: ChildProcess;
  readonly target: Target;
  readonly key: string;
  readonly requests: readonly Buffer[];
  /** To people who have never been asked about. */
  readonly fresh: readonly Buffer[];
}

const start = (kind: string): Promise<Server> =>
  new Promise((resolve) => {
    const child = fork(import.meta.filename, [kind]);
    child.once('message', ({ port, key }: { port: number; key: string }) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const asking = (from: number, length: number): readonly Buffer[] =>
        Array.from({ length }, (_, n) => wireRequest(path, headers, JSON.stringify(question(from + n))));
      const target = { host: '127.0.0.1', port };
      resolve({ child, target, key, requests: asking(0, 2_048), fresh: asking(1_000_000, counted) });
    });
  });

const used = ({ child }: Server): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (said: { cpu: NodeJS.CpuUsage }) => resolve(said.cpu.user + said.cpu.system));
    child.send('used');
  });

const prepare = async ({ target, key }: Server): Promise<void> => {
  const ask = async (method: string, to: string, body: object): Promise<void> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const url = `http://127.0.0.1:${target.port}${to}`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await ask('POST', '/v1/businesses', { id: 'shop', name: 'Shop' });
  await ask('PUT', '/v1/businesses/shop/profile', profile);
};

interface Row {
  rate: number;
  cpu: number;
  last: Measured | null;
}

/** The upper quarter of the rounds. */
const upper = (all: readonly Row[]): Row => {
  const sorted = all.toSorted((a, b) => b.rate - a.rate);
  return sorted[Math.floor(sorted.length / 4)] ?? { rate: 0, cpu: 0, last: null };
};

/** Prints the table. The two servers take turns, and the better half of the rounds counts: others share this machine. */
export const benchDecision = async (): Promise<void> => {
  const servers = { hono: await start('hono'), plumbline: await start('plumbline') };
  await prepare(servers.plumbline);
  console.log(
    `\nload of the machine before: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  );
  const kinds = ['hono', 'plumbline'] as const;
  for (const kind of kinds)
    await closedLoop(servers[kind].target, servers[kind].requests, warmUp, connections);
  const pids = { hono: servers.hono.child.pid ?? 0, plumbline: servers.plumbline.child.pid ?? 0 };
  const since = { hono: threadTimes(pids.hono), plumbline: threadTimes(pids.plumbline) };
  const measured = async (
    kind: keyof typeof servers,
    load: (server: Server) => Promise<Measured>,
  ): Promise<Row> => {
    const before = await used(servers[kind]);
    const last = await load(servers[kind]);
    return { rate: counted / last.seconds, cpu: ((await used(servers[kind])) - before) / counted, last };
  };
  type Rows = Record<keyof typeof servers, Row[]>;
  /** One round of each server for each number of callers, so that all of them have run as long. */
  const compete = async (numbers: readonly number[]) => {
    const all = numbers.map((callers): { readonly callers: number } & Rows => ({
      callers,
      hono: [],
      plumbline: [],
    }));
    for (let round = 0; round < rounds; round += 1)
      for (const rows of all)
        for (const kind of kinds)
          rows[kind].push(
            await measured(kind, ({ target, requests }) =>
              closedLoop(target, requests, counted, rows.callers),
            ),
          );
    return all.map(({ callers, hono, plumbline }) => ({
      callers,
      hono: upper(hono),
      plumbline: upper(plumbline),
    }));
  };
  const few = await compete([connections]);
  const shares = kinds.map((kind) => `${kind}: ${threadShares(pids[kind], since[kind], rounds * counted)}`);
  const full = few[0]?.plumbline.rate ?? 0;
  /** Rounds at half of the most it did with the fewest callers, in turns; a single hiccup of the machine spoils one of them. */
  const half: Record<keyof typeof servers, Row[]> = { hono: [], plumbline: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const kind of kinds)
      half[kind].push(
        await measured(kind, ({ target, requests }) =>
          steady(target, requests, counted, full / 2, connections),
        ),
      );
  // Last, since what they leave to the disk would be in the way of the rounds above.
  const best = [...few, ...(await compete(crowds))];
  const fresh = await measured('plumbline', (server) =>
    closedLoop(server.target, server.fresh, counted, connections),
  );
  console.log(
    '\nserver       POST a decision                CPU us a request   requests/s   p50 ms   p99 ms',
  );
  const show = (name: string, what: string, cpu: number, rate: number, last: Measured | null): void => {
    const p = (share: number): string => (last === null ? 0 : percentile(last, share)).toFixed(1).padStart(8);
    console.log(
      `${name.padEnd(12)} ${what.padEnd(30)} ${cpu.toFixed(0).padStart(16)} ${rate.toFixed(0).padStart(12)} ${p(0.5)} ${p(0.99)}`,
    );
  };
  for (const { callers, hono, plumbline } of best) {
    show('hono', `constant, ${callers} callers`, hono.cpu, hono.rate, hono.last);
    show('plumbline', `decided, kept, ${callers} callers`, plumbline.cpu, plumbline.rate, plumbline.last);
  }
  const p99 = ({ last }: Row): number => (last === null ? 0 : percentile(last, 0.99));
  for (const kind of kinds) {
    const middle = half[kind].toSorted((a, b) => p99(a) - p99(b))[Math.floor(rounds / 2)];
    if (middle !== undefined)
      show(kind, `half of ${full.toFixed(0)}, median round`, middle.cpu, middle.rate, middle.last);
  }
  show('plumbline', 'each to somebody new', fresh.cpu, fresh.rate, fresh.last);
  const most = (kind: keyof typeof servers): number => Math.max(...best.map((each) => each[kind].rate));
  const each = (kind: keyof typeof servers): string => half[kind].map((row) => p99(row).toFixed(1)).join(' ');
  console.log(`\np99 ms of each round at that half: hono ${each('hono')}; plumbline ${each('plumbline')}`);
  const against = best.map(
    ({ callers, hono, plumbline }) =>
      `${(plumbline.rate / hono.rate).toFixed(2)} x with ${callers} callers (CPU ${(plumbline.cpu / hono.cpu).toFixed(2)} x)`,
  );
  console.log(
    `requests/s of a decision against the constant: ${against.join(', ')}; the most of each ${(most('plumbline') / most('hono')).toFixed(2)} x`,
  );
  console.log(`CPU us a request, by thread: ${shares.join('; ')}`);
  for (const kind of kinds) servers[kind].child.disconnect();
  servers.hono.child.kill();
};

if (process.argv[1] === import.meta.filename) {
  const kind = process.argv[2];
  if (process.send !== undefined && kind !== undefined) await beServer(kind);
  else await benchDecision();
}
