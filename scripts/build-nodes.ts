/** Builds the n8n nodes into `packages/n8n-nodes-plumbline/dist`: what is compiled, and the pictures and texts beside it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Folder of the package. */
export const nodesPackage = join(root, 'packages/n8n-nodes-plumbline');

/** Throws where the compiler finds fault. */
export const buildNodes = (): void => {
  const dist = join(nodesPackage, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: nodesPackage,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The nodes do not compile:\n${stdout}`);
  for (const file of globSync(['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json'], {
    cwd: nodesPackage,
  })) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    copyFileSync(join(nodesPackage, file), join(dist, file));
  }
};

if (import.meta.main) buildNodes();
