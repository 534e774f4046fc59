import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Step {
  readonly name: string;
  readonly command: string;
  /** Shows the output while it runs; otherwise only when the step fails. */
  readonly live?: boolean;
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** The workspace's own tools and this Node come first, however the script was started. */
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(
    delimiter,
  ),
  TURBO_TELEMETRY_DISABLED: '1',
};

/** Runs one step from the root of the checkout. A tool that cannot be started counts as a failed step. */
export const runStep = async (step: Step, extra: NodeJS.ProcessEnv = {}): Promise<StepResult> => {
  const started = performance.now();
  const live = step.live === true;
  const captured: Buffer[] = [];
  const code = await new Promise<number>((done) => {
    const child = spawn(step.command, {
      cwd: root,
      env: { ...environment, ...extra },
      shell: true,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    child.stdout?.on('data', (chunk: Buffer) => captured.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => captured.push(chunk));
    child.on('error', (error) => {
      captured.push(Buffer.from(`${step.command} could not be started: ${error.message}\n`));
      done(127);
    });
    child.on('close', (status) => done(status ?? 1));
  });
  const result = { name: step.name, ok: code === 0, seconds: (performance.now() - started) / 1000 };
  if (!result.ok) process.stdout.write(Buffer.concat(captured));
  console.log(
    `${result.ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(12)} ${result.seconds.toFixed(1).padStart(6)} s`,
  );
  return result;
};

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** Everything that can be said without running the product, by the scripts of package.json that say it. */
export const staticSteps: readonly Step[] = [
  'generated',
  'types',
  'lint',
  'promises',
  'boundaries',
  'unused',
].map((name) => ({ name, command: scripts[name] ?? `no script named ${name} in package.json` }));
