import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const mainFile = join(import.meta.dirname, '../src/main.ts');

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the real program as its own process. */
export const runCli = (args: readonly string[], options: CliOptions = {}): Promise<CliRun> =>
  new Promise((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...clean } = process.env;
    const child = spawn(process.execPath, [mainFile, ...args], {
      cwd: options.cwd,
      env: { ...clean, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    // A program that ends before it has read everything is no failure of the test.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
