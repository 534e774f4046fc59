import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatWithoutPerson } from './flows.ts';
import { mainFile } from './run-cli.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

let work: Workspace;
beforeAll(async () => {
  work = await makeWorkspace();
});
afterAll(() => work.remove());

describe('a run that is cut short', () => {
  it('answers Ctrl-C with 130', async () => {
    const child = spawn(process.execPath, [mainFile, 'check', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => {});
    // More than a pipe holds: once it is gone, the program has begun to read.
    child.stdin.write(Buffer.alloc(1 << 20, 32));
    await once(child.stdin, 'drain');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
  });

  it('does not crash when nobody reads on', async () => {
    const copies = Array.from({ length: 400 }, (_, at) => chatWithoutPerson(`Chat ${at}`, `copy-${at}`));
    await work.put('copies.json', copies);
    const child = spawn(process.execPath, [mainFile, 'check', 'copies.json', '--format', 'json'], {
      cwd: work.root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect(Buffer.concat(errors).toString()).toBe('');
    expect(code).toBe(1);
  });
});
