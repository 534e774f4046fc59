import type { Rule } from './define.ts';
import { rules as generated } from './registry.gen.ts';

/** Every rule there is, by id. The list is generated from the folders: `pnpm generate`. */
export const rules: readonly Rule[] = generated;

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));

export const ruleById = (id: string): Rule | undefined => byId.get(id);

/** Version of the set of rules as a whole: ids with their versions, so it changes whenever an answer could. */
export const rulesVersion: string = rules.map((rule) => `${rule.meta.id}@${rule.meta.version}`).join(' ');
