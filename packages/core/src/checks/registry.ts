import type { Check } from './define.ts';
import { checks as generated } from './registry.gen.ts';

/** Every check there is, by id. The list is generated from the folders: `pnpm generate`. */
export const checks: readonly Check[] = generated;

const byId: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.meta.id, check]));

export const checkById = (id: string): Check | undefined => byId.get(id);

/** Version of the set of checks as a whole: ids with their versions, so it changes whenever an answer could. */
export const checksVersion: string = checks
  .map((check) => `${check.meta.id}@${check.meta.version}`)
  .join(' ');
