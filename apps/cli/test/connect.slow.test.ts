import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog, type Running, serve } from '@plumbline/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

const secret = 'n8n_api_only_to_read';
let work: Workspace;
let running: Running;
let n8n: Server;
let status = 200;

beforeAll(async () => {
  work = await makeWorkspace();
  running = await serve({ dataFolder: `${work.root}/data`, port: 0, log: createLog(() => undefined) });
  const rows = ['1', '2', '3'].map((id) => ({
    id,
    name: `Flow ${id}`,
    isArchived: id === '3',
    active: true,
    nodes: [],
    connections: {},
  }));
  n8n = createServer(({ headers, url = '' }, answer) => {
    if (/workflows\/./.test(url)) {
      answer.writeHead(404).end(JSON.stringify({ message: 'Not Found' }));
      return;
    }
    const code = headers['x-n8n-api-key'] === secret ? status : 401;
    answer.writeHead(code).end(JSON.stringify({ data: rows, nextCursor: null }));
  });
  await new Promise<void>((resolve) => n8n.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  n8n.close();
  await running.close();
  await work.remove();
});
const at = (): string => `http://127.0.0.1:${(n8n.address() as AddressInfo).port}`;
const connect = (key: string, ...more: string[]) =>
  runCli(['connect', 'n8n', '--url', at(), '--key-env', 'N8N_KEY', '--server', running.url, ...more], {
    cwd: work.root,
    env: { PLUMBLINE_KEY: running.adminKey ?? '', N8N_KEY: key },
  });
const disconnected = (...more: string[]) =>
  runCli(['disconnect', 'n8n', '--server', running.url, ...more], {
    cwd: work.root,
    env: { PLUMBLINE_KEY: running.adminKey ?? '' },
  });
const add = (id: string): Promise<Response> =>
  fetch(`${running.url}/v1/businesses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${running.adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, name: id }),
  });

it('says what is missing first', async () => {
  expect(await connect('')).toMatchObject({ code: 2, stderr: expect.stringContaining('no key in N8N_KEY') });
  expect((await connect(secret)).stderr).toContain('There is no business yet');
  await add('corner');
  const near = await connect(secret);
  expect(near).toMatchObject({ code: 2, stderr: expect.stringContaining('lies in a private network') });
});

it('reads it, in plain words, and shows how the judging goes', async () => {
  const run = await connect(secret, '--allow-private');
  expect(run.stderr).toContain('2 workflows: 2 new or changed, 0 as known.');
  expect(run.stdout).toContain('judged  2 of 2 (100 %)');
  expect(run.stdout).toContain('connected http://127.0.0.1');
  expect(`${run.stdout}${run.stderr}`).not.toContain(secret);
  expect(run.code).toBe(0);
});

it('says why it could not be read, and what to do', async () => {
  status = 403;
  const refused = await connect(secret);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('connected already');
  expect(refused.stderr).toContain('n8n answers 403');
  expect(refused.stderr).toContain('Settings > n8n API');
  status = 500;
  expect((await connect(secret)).stderr).toContain('Look into the log of n8n');
});

it('takes another key for the old one, and leaves an n8n alone that is meant for another name', async () => {
  status = 200;
  const wrong = await connect('n8n_api_run_out');
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('n8n answers 401') });
  const right = await connect(secret);
  expect(right.stderr).toContain('it is read with this key from now on');
  expect(right.stderr).toContain('2 workflows: 0 new or changed, 2 as known.');
  expect(right.code).toBe(0);
  const elsewhere = await connect(secret, '--url', 'https://other.example.org');
  expect(elsewhere).toMatchObject({ code: 2, stderr: expect.stringContaining('with --name') });
});

it('takes the place of one that was read only where that is said', async () => {
  const path = `${running.url}/v1/businesses/corner/flows/n8n/by-hand`;
  const put = await fetch(path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${running.adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ state: 'draft', workflow: { name: 'By hand', nodes: [], connections: {} } }),
  });
  expect(put.status).toBe(201);
  const elsewhere = `${at().replace('127.0.0.1', 'localhost')}/`;
  const run = await connect(secret, '--url', elsewhere, '--allow-private', '--replace');
  expect(run.stderr).toContain('takes the place of http://127.0.0.1');
  expect(run.stderr).toContain('3 flows are kept as n8n already.');
  expect(run.stderr).toContain('2 workflows: 0 new or changed, 2 as known, 1 closed');
  expect(run.code).toBe(0);
});

it('puts right an address that was never read, and takes it away again', async () => {
  const named = ['--name', 'second', '--allow-private'];
  const away = await connect(secret, ...named, '--url', 'http://127.0.0.1:9');
  expect(away.stderr).toContain('no answer: ECONNREFUSED');
  expect(away.stderr).not.toContain('--allow-private');
  const right = await connect(secret, ...named);
  expect(right.stderr).toContain('It takes the place of http://127.0.0.1:9.');
  expect(right.stderr).toContain('2 workflows: 2 new or changed');
  const disconnect = () => disconnected('--name', 'second');
  expect(await disconnect()).toMatchObject({ code: 0, stdout: expect.stringContaining('disconnected http') });
  expect(await disconnect()).toMatchObject({ code: 2, stderr: expect.stringContaining('n8n-second') });
});

it('says what is wrong with an address, and which one does not answer', async () => {
  for (const url of ['127.0.0.1:5678', 'localhost:5678', 'ftp://n8n.example'])
    expect((await connect(secret, '--url', url)).stderr).toContain('http:// or https://');
  const away = await connect(secret, '--server', 'http://127.0.0.1:9');
  expect(away).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('No answer from http://127.0.0.1:9:'),
  });
});

it('asks which business is meant where there are several', async () => {
  await add('second');
  expect((await connect(secret)).stderr).toContain('Name one with --business');
});
