import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/** Why n8n cannot be had on this machine; `message` is for whoever started the tests. */
export class CannotInstall extends Error {}

export const say = (line: string): void => void process.stdout.write(`n8n: ${line}\n`);

/** Settings that a surrounding `pnpm run` adds must not steer the installation of something else. */
const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?:package|lifecycle)_|pnpm_(?!config_registry|home))/i.test(name),
  );
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path, CI: '1', ...extra };
};

export interface Ran {
  readonly command: string;
  readonly code: number;
  readonly said: string;
}

/** Runs a command to its end and keeps the last of what it said, errors included. */
export const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  extra: NodeJS.ProcessEnv = {},
): Promise<Ran> =>
  new Promise((done) => {
    const whole = [command, ...args].join(' ');
    const child = spawn(command, args, { cwd, env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-6000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => done({ command: whole, code: 127, said: error.message }));
    child.on('close', (code) => done({ command: whole, code: code ?? 1, said }));
  });

/** What a command said. Throws `CannotInstall` with the command and its last words where it failed. */
export const must = async (what: string, result: Promise<Ran>): Promise<string> => {
  const { command, code, said } = await result;
  if (code !== 0)
    throw new CannotInstall(`${what} failed: \`${command}\` ended with ${code}:\n${said.trim()}`);
  return said.trim();
};
