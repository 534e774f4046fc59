import { inject } from 'vitest';
import type { Installed } from './install.ts';

/** Every n8n that the nodes are proven on, by what to call it. */
export const bothVersions = (): readonly (readonly [string, Installed])[] =>
  [inject('n8n'), inject('olderN8n')].map((each) => [`n8n ${each.version}`, each] as const);
