import { join, resolve } from 'node:path';

export interface Stand {
  /** Where the person stands, from which relative paths count. */
  readonly folder: string;
  /** Where data are kept if nothing else is said: in the checkout, wherever it is called from. */
  readonly data: string;
}

const scripts = new Set(['plumbline', 'start']);

/**
 * Where somebody stands who runs Plumbline as a script of its checkout: pnpm runs it in the checkout and says in
 * `INIT_CWD` where it was called. Undefined where it runs in any other way, also by the script of another package.
 */
export const standOf = (env: NodeJS.ProcessEnv, cwd: string, checkout: string): Stand | undefined => {
  const { INIT_CWD: folder, npm_lifecycle_event: script = '' } = env;
  const isOurs = scripts.has(script) && resolve(cwd) === checkout;
  if (!isOurs || folder === undefined || folder === '') return undefined;
  return { folder, data: join(checkout, '.plumbline') };
};
