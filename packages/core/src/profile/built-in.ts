import { checks } from '../checks/registry.ts';
import type { Profile, Value } from './schema.ts';
import { knownValues } from './values.ts';

/** Asks every check there is, at `warn`, under the first value it speaks for. Used where nobody gave a profile. */
export const builtInProfile = (): Profile => {
  const values: Value[] = [];
  for (const known of knownValues) {
    const own = checks.filter((check) => check.meta.values[0] === known.id);
    if (own.length === 0) continue;
    values.push({
      id: known.id,
      title: known.title,
      statement: known.statement,
      commitments: own.map((check) => ({
        id: check.meta.id,
        promise: check.meta.title,
        enforcement: 'warn',
        onUnknown: 'ask',
        alreadyLive: 'keep',
        waivers: 'allowed',
        checks: [{ check: check.meta.id, options: {} }],
        rules: [],
        practices: [],
      })),
    });
  }
  return {
    profile: 1,
    name: 'Built-in questions',
    version: '1',
    people: [],
    ownActions: [],
    ownChannels: [],
    ownFacts: {},
    ownRules: [],
    values,
  };
};
