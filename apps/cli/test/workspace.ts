import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CliRun, runCli } from './run-cli.ts';

export interface Workspace {
  readonly root: string;
  /** Writes a file: text and bytes as they are, anything else as JSON. */
  readonly put: (path: string, content: unknown) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  readonly cli: (args: readonly string[], input?: string | Buffer) => Promise<CliRun>;
  readonly remove: () => Promise<void>;
}

/** A folder of its own, with the program run inside it. */
export const makeWorkspace = async (): Promise<Workspace> => {
  const root = await mkdtemp(join(tmpdir(), 'plumbline-cli-'));
  return {
    root,
    put: async (path, content) => {
      const full = join(root, path);
      await mkdir(dirname(full), { recursive: true });
      const raw = typeof content === 'string' || Buffer.isBuffer(content);
      await writeFile(full, raw ? content : JSON.stringify(content, null, 2));
    },
    read: (path) => readFile(join(root, path), 'utf8'),
    cli: (args, input) => runCli(args, { cwd: root, ...(input === undefined ? {} : { input }) }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
