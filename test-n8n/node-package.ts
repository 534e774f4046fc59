import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { must, run } from './command.ts';

/** Installs our packed nodes where n8n looks for community nodes, as its own settings page would. */
export const installNodes = async (userFolder: string, packed: string): Promise<void> => {
  const folder = join(userFolder, '.n8n/nodes');
  await mkdir(folder, { recursive: true });
  const quiet = ['--ignore-scripts', '--omit=peer', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  await must('Installing the nodes', run('npm', ['install', ...quiet, packed], folder));
};
