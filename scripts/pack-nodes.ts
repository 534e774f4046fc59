/**
 * Builds and packs the n8n nodes as they would be published: `pnpm pack:nodes [folder]`. Prints where the
 * package lies; unless a folder is given, beside its sources in `dist`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildNodes, nodesPackage } from './build-nodes.ts';

/** Path of the packed file. Throws where it cannot be built or packed. */
export const packNodes = (folder: string): string => {
  buildNodes();
  mkdirSync(folder, { recursive: true });
  const args = ['--yes', 'pnpm@12', 'pack', '--pack-destination', folder];
  const { status, stdout, stderr } = spawnSync('npx', args, { cwd: nodesPackage, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Packing failed:\n${stdout}\n${stderr}`);
  const { name, version } = JSON.parse(readFileSync(join(nodesPackage, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return join(folder, `${name}-${version}.tgz`);
};

if (import.meta.main)
  console.log(
    packNodes(
      resolve(process.env['INIT_CWD'] ?? '', process.argv[2] ?? join(nodesPackage, '..', '..', 'dist')),
    ),
  );
