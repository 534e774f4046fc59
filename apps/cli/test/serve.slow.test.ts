import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mainFile } from './run-cli.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;
beforeAll(async () => {
  work = await makeWorkspace();
});
afterAll(() => work.remove());

const start = async (data: string): Promise<{ readonly child: ChildProcess; readonly url: string }> => {
  const child = spawn(process.execPath, [mainFile, 'serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const part of child.stdout) {
    said += String(part);
    const url = /(http:\/\/\S+)\/docs/.exec(said)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`it ended before it was ready: ${said}`);
};

it('serves until Ctrl-C, and lets nobody else have its data meanwhile', async () => {
  const data = join(work.root, 'data');
  const { child, url } = await start(data);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const second = await work.cli(['serve', '--port', '0', '--data', data]);
  expect(second.code).toBe(2);
  expect(second.stderr).not.toMatch(/ at /);
  const closed = once(child, 'exit');
  child.kill('SIGINT');
  expect((await closed)[0]).toBe(0);
});

it('says what is wrong with a port', async () => {
  const run = await work.cli(['serve', '--port', 'abc']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/"abc"/);
});
