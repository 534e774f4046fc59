import { dirname, join, resolve } from 'node:path';

export interface Stand {
  /** Where the person stands, from which relative paths count. */
  readonly folder: string;
  /** Where data are kept if nothing else is said: in the checkout, wherever it is called from. */
  readonly data: string;
}

/**
 * Where somebody stands who runs `plumbline` as a script of the checkout: pnpm runs it in the checkout and says in
 * `INIT_CWD` where it was called. Undefined where it runs in any other way, also below the script of another package.
 */
export const standOf = (env: NodeJS.ProcessEnv, cwd: string): Stand | undefined => {
  const { INIT_CWD: folder, npm_lifecycle_event: script, npm_package_json: file } = env;
  const isOurs = script === 'plumbline' && file !== undefined && dirname(resolve(file)) === resolve(cwd);
  if (!isOurs || folder === undefined || folder === '') return undefined;
  return { folder, data: join(cwd, '.plumbline') };
};
