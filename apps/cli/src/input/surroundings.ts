import type { Flow, Surroundings } from '@plumbline/core';
import type { GatheredFlow } from './gather.ts';

interface Group {
  readonly flows: Flow[];
  readonly byId: Map<string, GatheredFlow[]>;
}

/**
 * The other flows at hand, for each flow: those of the same group. An id that several flows share means the one in the
 * same folder; where even that leaves a choice nobody is found, since a guess could prove the wrong thing.
 */
export const surroundingsOf = (all: readonly GatheredFlow[]): ((flow: GatheredFlow) => Surroundings) => {
  const groups = new Map<string, Group>();
  for (const each of all) {
    const group = groups.get(each.group) ?? { flows: [], byId: new Map<string, GatheredFlow[]>() };
    groups.set(each.group, group);
    group.flows.push(each.flow);
    if (each.flow.id === null) continue;
    const same = group.byId.get(each.flow.id) ?? [];
    same.push(each);
    group.byId.set(each.flow.id, same);
  }
  const known = new Map<string, Surroundings>();
  return ({ group, folder }) => {
    const key = `${group}\n${folder}`;
    const made = known.get(key);
    if (made !== undefined) return made;
    const own = groups.get(group) ?? { flows: [], byId: new Map<string, GatheredFlow[]>() };
    const surroundings: Surroundings = {
      flows: own.flows,
      find: (id) => {
        const candidates = own.byId.get(id) ?? [];
        if (candidates.length === 1) return candidates[0]?.flow;
        const near = candidates.filter((each) => each.folder === folder);
        return near.length === 1 ? near[0]?.flow : undefined;
      },
    };
    known.set(key, surroundings);
    return surroundings;
  };
};
