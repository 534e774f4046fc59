import type { Flow } from '@plumbline/core';
import { entryFor } from './catalogue/index.ts';
import { chosenIn } from './catalogue/resolve.ts';
import { isRecord } from './parameters.ts';

/** A node type, or one operation of it, that the catalogue does not know. */
export interface Unresolved {
  readonly type: string;
  /** `resource.operation` as the step chooses it, `?` for what an expression or an unknown default chooses; empty when the whole type is unknown. */
  readonly operation: string;
  readonly steps: number;
  readonly flows: number;
}

const operationOf = (type: string, version: string, parameters: unknown): string => {
  const entry = entryFor(type);
  if (entry === undefined) return '';
  const own = isRecord(parameters) ? parameters : {};
  const { resource, operation } = chosenIn(type, version === '' ? undefined : version, entry, own);
  const chosen = operation ?? '?';
  return resource === undefined && !Object.hasOwn(own, entry.resourceParameter ?? 'resource')
    ? chosen
    : `${resource ?? '?'}.${chosen}`;
};

/** What the steps of `flows` do that nobody has catalogued, most frequent first; enabled or not. */
export const unresolvedIn = (flows: readonly Flow[]): readonly Unresolved[] => {
  const found = new Map<string, { type: string; operation: string; steps: number; flows: Set<Flow> }>();
  for (const flow of flows) {
    for (const step of flow.steps) {
      if (step.knowledge !== 'uncatalogued') continue;
      const operation = operationOf(step.type, step.version, step.parameters);
      const key = `${step.type}\n${operation}`;
      const known = found.get(key) ?? { type: step.type, operation, steps: 0, flows: new Set() };
      known.steps += 1;
      known.flows.add(flow);
      found.set(key, known);
    }
  }
  return [...found.values()]
    .map((each) => ({ ...each, flows: each.flows.size }))
    .sort(
      (a, b) =>
        b.steps - a.steps ||
        (a.type < b.type ? -1 : a.type > b.type ? 1 : a.operation < b.operation ? -1 : 1),
    );
};
