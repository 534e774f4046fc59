/**
 * Checks the types of every package, its tests and the scripts: `pnpm types`. Calls the compiler directly, so it needs no
 * pnpm on the path; each project keeps what it learnt under node_modules/.cache, so the next run is quick.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './steps.ts';

/**
 * The whole workspace in one program, once more what must do without the types of Node and of a browser, the n8n nodes,
 * which are CommonJS, and the page, which runs in a browser.
 */
const projects = ['.', 'packages/core', 'packages/n8n', 'packages/n8n-nodes-plumbline', 'apps/api/page'];

const compile = (project: string): Promise<boolean> =>
  new Promise((done) => {
    const cache = join(root, 'node_modules/.cache/types', `${project.replace(/\W/g, '-')}.tsbuildinfo`);
    const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', cache];
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const child = spawn(process.execPath, [compiler, '-p', project, ...options], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });

const queue = [...projects];
let failed = 0;
const worker = async (): Promise<void> => {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    if (await compile(project)) continue;
    console.error(`types do not hold in ${project}`);
    failed += 1;
  }
};
await Promise.all([worker(), worker()]);
console.log(`${projects.length} projects, ${failed} with errors`);
process.exitCode = failed === 0 ? 0 : 1;
