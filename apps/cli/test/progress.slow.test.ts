import { createLog, type Running, serve } from '@plumbline/api';
import { putFlow } from '@plumbline/service';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;
let running: Running;
beforeAll(async () => {
  work = await makeWorkspace();
  running = await serve({ dataFolder: `${work.root}/data`, port: 0, log: createLog(() => undefined) });
  const headers = { authorization: `Bearer ${running.adminKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ id: 'corner', name: 'Corner' });
  await fetch(`${running.url}/v1/businesses`, { method: 'POST', headers, body });
  for (const id of ['1', '2', '3']) {
    const workflow = { id, name: `Flow ${id}`, nodes: [], connections: {} };
    await putFlow({
      ctx: running.ctx,
      input: { business: 'corner', source: 'n8n', id, workflow, state: 'published' },
    });
  }
});
afterAll(async () => {
  await running.close();
  await work.remove();
});
const ask = (...more: string[]) =>
  runCli(['progress', 'corner', '--url', running.url, ...more], {
    cwd: work.root,
    env: { PLUMBLINE_KEY: running.adminKey ?? '' },
  });

it('watches until everything is judged', async () => {
  const run = await ask('--watch');
  expect(run.stdout).toBe('judged  3 of 3 (100 %)\n');
  expect(run.stderr).toContain('100 %  3 of 3');
  expect(run.code).toBe(0);
});

it('says it in JSON', async () => {
  const run = await ask('--format', 'json');
  expect(JSON.parse(run.stdout)).toMatchObject({ flows: 3, left: 0, late: false });
});

it('says what is missing to ask', async () => {
  expect(await ask('--key-env', 'NOT_THERE')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no key in NOT_THERE'),
  });
  expect(await ask('--url', 'http://127.0.0.1:1')).toMatchObject({ code: 2, stdout: '' });
});

it('refuses a worker, and a server without one, that share nothing with others', async () => {
  for (const args of [['worker'], ['serve', '--no-worker', '--port', '0']]) {
    const run = await runCli(args, { cwd: work.root, env: { DATABASE_URL: '', REDIS_URL: '' } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('it needs DATABASE_URL and REDIS_URL');
  }
});
